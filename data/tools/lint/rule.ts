import type { OpenQuestion } from '../../core/schema/claim.ts';
import { coversRegion, type RegionId } from '../../core/schema/ids.ts';
import { LocalizedText } from '../../core/schema/localized-text.ts';
import type { Axis } from '../../core/schema/verdict.ts';
import type { AuthoredData, Located } from '../authored/authored-data.ts';
import { formatPath, type RuleIssue } from '../authored/issue.ts';

/** One thing that must hold for the data. */
export interface Rule {
  name: string;
  description: string;
  /** `file`: looks at one file at a time; `dataset`: follows references, so it needs every file to be readable. */
  scope: 'file' | 'dataset';
  check(data: AuthoredData): RuleIssue[];
}

/** A value somewhere in an authored file. */
export interface FileValue {
  file: string;
  value: unknown;
  /** Keys and indexes that lead to it; none for the file as a whole. */
  keys: readonly (string | number)[];
}

/** Every value in every file that maintainers write facts in, each before its parts, in the order of the files. */
export const valuesInFiles = oncePerData((data): FileValue[] => {
  const found: FileValue[] = [];
  const add = (part: FileValue): void => {
    found.push(part);
    const { file, value, keys } = part;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      add({ file, value: inner, keys: [...keys, Array.isArray(value) ? Number(key) : key] });
    }
  };
  const entries = [
    ...data.regions,
    ...data.operators,
    ...data.law,
    ...data.restrictions,
    ...data.background,
    ...data.measures,
    ...data.sources,
    ...data.numbering,
    ...data.devices,
  ];
  for (const { file, value } of entries) add({ file, value, keys: [] });
  return found;
});

/** Most rules walk through all of the data: what they look for is gathered once for all of them. */
function oncePerData<T>(gather: (data: AuthoredData) => T): (data: AuthoredData) => T {
  const known = new WeakMap<AuthoredData, T>();
  return (data) => {
    const found = known.get(data) ?? gather(data);
    known.set(data, found);
    return found;
  };
}

/** The first regions of a list and how many more there are, for a message: `RU-AD, RU-AL and 81 more`. */
export function nameRegions(regionIds: readonly string[]): string {
  const named = regionIds.slice(0, 5).join(', ');
  return regionIds.length > 5 ? `${named} and ${regionIds.length - 5} more` : named;
}

/**
 * Whether somebody says what was looked for about an axis in a region, as the rules look behind an `unknown`: an
 * answered question explains nothing any more, and one about another plan does not either.
 */
export function hasOpenQuestion(
  questions: readonly OpenQuestion[],
  axis: Axis,
  regionId: RegionId,
  planId?: string,
): boolean {
  return questions.some(
    (question) =>
      question.status !== 'answered' &&
      question.axes.includes(axis) &&
      coversRegion(question.regionIds, regionId) &&
      (question.planId === undefined || question.planId === planId),
  );
}

/** Every text in three languages, in every file that has such texts. */
export const localizedTextsIn = oncePerData((data): Located<LocalizedText>[] =>
  valuesInFiles(data).flatMap(({ file, value, keys }) => {
    const text = LocalizedText.safeParse(value);
    return text.success ? [{ file, path: formatPath(keys), value: text.data }] : [];
  }),
);
