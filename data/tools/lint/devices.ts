import type { DeviceModel } from '../../core/schema/device.ts';
import { wordsOf } from '../../core/search/devices/device-text.ts';
import { createWordReader } from '../../core/search/devices/device-words.ts';
import { type DeviceFile, type Entry, spellingsOf } from '../authored/authored-data.ts';
import type { RuleIssue } from '../authored/issue.ts';
import type { Rule } from './rule.ts';

/** A name that leads to a device, and where it stands. */
interface DeviceName {
  text: string;
  /** Words as the look-up reads them: `Айфон 10` and `iPhone 10` are one name. */
  key: string;
  model: DeviceModel;
  file: string;
  path: string;
  kind: 'name' | 'alias' | 'shared';
}

/** A name that stands twice adds nothing, and one that several devices bear must offer a choice. */
export const deviceNamesUnique: Rule = {
  name: 'device-names-unique',
  description:
    'another name of a device stands once, and names of several devices are declared as such',
  scope: 'dataset',
  check(data) {
    const names = namesOf(data.devices);
    const byKey = new Map<string, DeviceName[]>();
    for (const name of names) byKey.set(name.key, [...(byKey.get(name.key) ?? []), name]);
    return [
      ...repeatedSpellings(data.devices),
      ...[...byKey.values()].flatMap((bearers) =>
        bearers.flatMap((name) => problemOf(name, bearers)),
      ),
    ];
  },
};

function problemOf(name: DeviceName, bearers: readonly DeviceName[]): RuleIssue[] {
  if (name.kind === 'name') return [];
  const issue = (message: string, tip: string): RuleIssue[] => [
    { level: 'error', file: name.file, path: name.path, message, tip },
  ];
  const own = bearers.filter(({ model }) => model === name.model);
  const [first] = own;
  if (first !== name && first !== undefined) {
    const where = first.kind === 'name' ? 'the name itself' : `${first.path} ("${first.text}")`;
    return issue(`"${name.text}" says the same as ${where}`, 'delete it: it is found already');
  }
  const other = bearers.find(({ model, kind }) => model !== name.model && kind !== 'name');
  if (name.kind === 'alias' && other !== undefined) {
    return issue(
      `"${name.text}" is a name of ${other.model.id}, too (${other.file} ${other.path})`,
      'delete one of the two, or move both to sharedAliases: then a reader is offered the choice',
    );
  }
  if (name.kind === 'shared' && bearers.every(({ model }) => model === name.model)) {
    return issue(`no other device is called "${name.text}"`, 'move it to aliases');
  }
  return [];
}

function namesOf(files: readonly Entry<DeviceFile>[]): DeviceName[] {
  const models = files.flatMap(({ value }) => value.models);
  const printed = new Set(models.flatMap(({ brand, model }) => wordsOf(`${brand} ${model}`)));
  const reader = createWordReader(spellingsOf(files), printed);
  const keyOf = (text: string): string => reader.name(text).join(' ');
  return files.flatMap(({ file, value }) =>
    value.models.flatMap((model, index): DeviceName[] => {
      const at = `models[${index}]`;
      const named = (text: string, path: string, kind: DeviceName['kind']) => ({
        text,
        key: keyOf(text),
        model,
        file,
        path: `${at}.${path}`,
        kind,
      });
      return [
        named(`${model.brand} ${model.model}`, 'model', 'name'),
        named(model.model, 'model', 'name'),
        ...model.aliases.map((text, row) => named(text, `aliases[${row}]`, 'alias')),
        ...model.sharedAliases.map((text, row) => named(text, `sharedAliases[${row}]`, 'shared')),
      ];
    }),
  );
}

function repeatedSpellings(files: readonly Entry<DeviceFile>[]): RuleIssue[] {
  const places = new Map<string, string>();
  return files.flatMap(({ file, value }) =>
    Object.entries(value.spellings).flatMap(([word, phrases]) =>
      phrases.flatMap((phrase, row): RuleIssue[] => {
        const path = `spellings.${word}[${row}]`;
        const key = `${wordsOf(word).join(' ')} = ${wordsOf(phrase).join(' ')}`;
        const first = places.get(key);
        places.set(key, first ?? `${file} ${path}`);
        if (first === undefined) return [];
        return [
          {
            level: 'error',
            file,
            path,
            message: `the spelling "${phrase}" of ${word} stands in ${first} already`,
            tip: 'delete one of the two',
          },
        ];
      }),
    ),
  );
}

/** Notes that name a source about other units than the model's own. */
const ELSEWHERE_NOTES = ['sheet-of-another-market', 'known-from-a-sister-model'] as const;

/** What a model says of eSIM fits its versions and is no wider than its sources. */
export const deviceValuesSound: Rule = {
  name: 'device-values-sound',
  description:
    'versions of a device have ids of their own and fit its value; a source of another market or a sister model carries a lead only; pages are of cited sources',
  scope: 'file',
  check(data) {
    return data.devices.flatMap(({ file, value }) =>
      value.models.flatMap((model, index) =>
        problemsOf(model).map(({ path, ...problem }): RuleIssue => {
          return { level: 'error', file, path: `models[${index}].${path}`, ...problem };
        }),
      ),
    );
  },
};

interface ValueProblem {
  path: string;
  message: string;
  tip: string;
}

function problemsOf(model: DeviceModel): ValueProblem[] {
  const { esim, kind, variants, noteCodes, pages, sourceIds } = model;
  const problems: ValueProblem[] = [];
  const says = variants.map((variant) => variant.esim);
  if (kind === 'phone' && esim === 'yes' && says.includes('no')) {
    problems.push({
      path: 'esim',
      message: 'says yes although a version has none',
      tip: 'write by-variant: the reader is asked which version it is',
    });
  }
  if (esim === 'no' && says.includes('yes')) {
    problems.push({
      path: 'esim',
      message: 'says no although a version has eSIM',
      tip: 'write by-variant: the reader is asked which version it is',
    });
  }
  const doubtful = ELSEWHERE_NOTES.find((code) => noteCodes.includes(code));
  if (doubtful !== undefined && (esim === 'no' || esim === 'yes')) {
    problems.push({
      path: 'esim',
      message: `rests on a source about other units (${doubtful}), which carries a lead only`,
      tip: `write "esim": "unknown" and "lead": { "esim": "${esim}", "reach": "elsewhere" }`,
    });
  }
  variants.forEach(({ id }, row) => {
    if (variants.findIndex((variant) => variant.id === id) === row) return;
    problems.push({
      path: `variants[${row}].id`,
      message: `the version id ${id} is taken by another version of this model`,
      tip: 'give one of the two another id',
    });
  });
  pages.forEach(({ sourceId }, row) => {
    if (sourceIds.includes(sourceId)) return;
    problems.push({
      path: `pages[${row}].sourceId`,
      message: `${sourceId} is not among the sources of this model`,
      tip: 'add it to sourceIds, or delete the page',
    });
  });
  return problems;
}
