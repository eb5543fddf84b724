import { LANGUAGES } from '../../core/schema/localized-text.ts';
import { claimsOf } from '../authored/authored-data.ts';
import { formatPath, type RuleIssue } from '../authored/issue.ts';
import { LANGUAGE_MARKS } from '../authored/languages.ts';
import { type FileValue, localizedTextsIn, type Rule, valuesInFiles } from './rule.ts';

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** A brand may be written in Latin letters in every language; a sentence may not. */
const isName = (path: string) => /(^|\.)(brand|name)$/.test(path);

/** A text that was left in another language is a translation that somebody forgot. */
export const textsInTheirScript: Rule = {
  name: 'texts-in-their-script',
  description: 'Russian texts have Cyrillic letters, English ones Latin, Chinese ones Han',
  scope: 'file',
  check(data) {
    return localizedTextsIn(data).flatMap(({ file, path, value }): RuleIssue[] => {
      const issues = LANGUAGES.flatMap((language): RuleIssue[] => {
        const { name, letter } = LANGUAGE_MARKS[language].script;
        const isFree = isName(path) && name !== 'Latin';
        if (isFree || letter.test(value[language])) return [];
        return [
          {
            level: 'error',
            file,
            path: `${path}.${language}`,
            message: `no ${name} letter in "${value[language]}"`,
            tip: `write this text in the language "${language}"`,
          },
        ];
      });
      if (CYRILLIC.test(value.en) && !hasQuotedCyrillicOnly(value.en)) {
        issues.push({
          level: 'error',
          file,
          path: `${path}.en`,
          message: `Cyrillic letters outside quotation marks in "${value.en}"`,
          tip: 'transliterate the word, or put a quoted name into quotation marks',
        });
      }
      return issues;
    });
  },
};

function hasQuotedCyrillicOnly(text: string): boolean {
  return !CYRILLIC.test(text.replace(/«[^»]*»|“[^”]*”|"[^"]*"|\([^)]*\)/g, ''));
}

const UNQUOTED =
  /(?<![«\p{L}-])(МегаФон|Т-Мобайл|СберМобайл|Ростелеком|Альфа-Мобайл|Билайн|Летай|МОТИВ)|(?<!Электронная )сим-карт/u;
/** Chinese is set apart from Latin letters and digits, and its punctuation is full width without blanks beside it. */
const TIGHT = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u;
const NARROW_MARKS = /\p{Script=Han}[,;:?!()]|[，。；：？！（）] /u;

/** One way to write names and marks, as people of each language do. */
export const textsInHouseStyle: Rule = {
  name: 'texts-in-house-style',
  description:
    'Russian quotes names of operators and writes SIM-карта; Chinese has its blanks and full-width marks',
  scope: 'file',
  check(data) {
    return localizedTextsIn(data)
      .filter(({ path }) => path !== 'brand')
      .flatMap(({ file, path, value }): RuleIssue[] => {
        const issue = (language: string, message: string, tip: string): RuleIssue => ({
          level: 'error',
          file,
          path: `${path}.${language}`,
          message,
          tip,
        });
        const unquoted = UNQUOTED.exec(value.ru)?.[0];
        const tight = TIGHT.exec(value.zh)?.[0];
        const narrow = NARROW_MARKS.exec(value.zh)?.[0];
        return [
          ...(unquoted === undefined
            ? []
            : [
                issue(
                  'ru',
                  `"${unquoted}" in "${value.ru}"`,
                  'write «МегаФон» with quotation marks and SIM-карта with Latin letters',
                ),
              ]),
          ...(tight === undefined
            ? []
            : [
                issue(
                  'zh',
                  `no blank in "${tight}"`,
                  'put a blank between Chinese and Latin letters or digits',
                ),
              ]),
          ...(narrow === undefined
            ? []
            : [
                issue(
                  'zh',
                  `"${narrow}" has a narrow mark or a blank after a wide one`,
                  'write ，。；：？！（） without blanks',
                ),
              ]),
        ];
      });
  },
};

/** The same sentence twice is one fact entered twice: one claim with both sources is meant. */
export const statementsDiffer: Rule = {
  name: 'statements-differ',
  description: 'no two claims make the same statement',
  scope: 'dataset',
  check(data) {
    const first = new Map<string, string>();
    return claimsOf(data).flatMap(({ file, path, value }): RuleIssue[] => {
      const key = `${file}|${normalize(value.statement.en)}`;
      const earlier = first.get(key);
      first.set(key, earlier ?? value.id);
      if (earlier === undefined) return [];
      return [
        {
          level: 'error',
          file,
          path: `${path}.statement`,
          message: `${value.id} makes the same statement as ${earlier}`,
          tip: 'keep one claim and give it the sources of both',
        },
      ];
    });
  },
};

function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters that look the same in both scripts; a word of one script with such a letter of the other looks right and is not found. */
const MIXED_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}]+/gu;
const LATIN = /\p{Script=Latin}/u;

/** Search, joins and file names all fail on a Cyrillic `а` inside a Latin word, and no reader sees why. */
export const lookAlikeLetters: Rule = {
  name: 'look-alike-letters',
  description: 'no word mixes Cyrillic and Latin letters',
  scope: 'file',
  check(data) {
    return valuesInFiles(data).flatMap(({ file, value, keys }) =>
      typeof value === 'string' ? mixedWords(value).map((word) => describe(file, keys, word)) : [],
    );
  },
};

function mixedWords(text: string): string[] {
  const words = text.match(MIXED_WORD) ?? [];
  return words.filter((word) => LATIN.test(word) && CYRILLIC.test(word));
}

function describe(file: string, keys: FileValue['keys'], word: string): RuleIssue {
  const letters = [...word].map((letter) =>
    LATIN.test(letter) ? `${letter}=Latin` : `${letter}=Cyrillic`,
  );
  return {
    level: 'error',
    file,
    path: formatPath(keys),
    message: `"${word}" mixes scripts: ${letters.join(' ')}`,
    tip: 'type the whole word in one script, or list it in data/tools/lint/lint-data.ts with the reason',
  };
}
