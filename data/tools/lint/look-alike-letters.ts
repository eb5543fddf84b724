import { formatPath, type RuleIssue } from '../authored/issue.ts';
import { type FileValue, type Rule, valuesInFiles } from './rule.ts';

/** Letters that look the same in both scripts; a word of one script with such a letter of the other looks right and is not found. */
const MIXED_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Search, joins and file names all fail on a Cyrillic `а` inside a Latin word, and no reader sees why. */
export const lookAlikeLetters: Rule = {
  name: 'look-alike-letters',
  description: 'no word mixes Cyrillic and Latin letters',
  scope: 'file',
  check(data) {
    return [...valuesInFiles(data)].flatMap(({ file, value, keys }) =>
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
