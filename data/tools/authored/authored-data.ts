import * as z from 'zod';
import { Background, type Claim, type OpenQuestion, Source } from '../../core/schema/claim.ts';
import { DeviceModel } from '../../core/schema/device.ts';
import { Law } from '../../core/schema/law.ts';
import { Measure } from '../../core/schema/measure.ts';
import { NumberingTable } from '../../core/schema/numbering.ts';
import { Operator } from '../../core/schema/operator.ts';
import { Region } from '../../core/schema/region.ts';
import { VerdictSnapshot } from '../../core/schema/release.ts';
import { PublishedReports } from '../../core/schema/report.ts';
import { Restriction } from '../../core/schema/restriction.ts';

/** The release that the data in the folder belongs to. */
export const Release = z.strictObject({
  /** Name of the release: the day it speaks for. */
  version: z.iso.date(),
});
export type Release = z.infer<typeof Release>;

/** Devices of one file, for example of one maker. */
export const DeviceFile = z.strictObject({
  /** How people write the words of names, in any alphabet, under the word as the maker prints it. */
  spellings: z.record(z.string().min(1), z.array(z.string().trim().min(1)).min(1)).default({}),
  models: z.array(DeviceModel),
});
export type DeviceFile = z.infer<typeof DeviceFile>;

/** Schema of the files in each folder of `data`; a folder not named here holds no facts. */
export const FOLDER_SCHEMAS = {
  regions: Region,
  operators: Operator,
  law: Law,
  restrictions: Restriction,
  background: Background,
  measures: Measure,
  sources: Source,
  numbering: NumberingTable,
  devices: DeviceFile,
  releases: VerdictSnapshot,
  cases: PublishedReports,
} as const;
export type FolderName = keyof typeof FOLDER_SCHEMAS;
export const FOLDER_NAMES = [
  'regions',
  'operators',
  'law',
  'restrictions',
  'background',
  'measures',
  'sources',
  'numbering',
  'devices',
  'releases',
  'cases',
] as const satisfies readonly FolderName[];

/** A parsed file and its name below the data folder. */
export interface Entry<T> {
  file: string;
  value: T;
}

/** Everything maintainers wrote, parsed one file at a time and in the order of file names. */
export interface AuthoredData {
  release: Entry<Release>;
  regions: Entry<Region>[];
  operators: Entry<Operator>[];
  law: Entry<Law>[];
  restrictions: Entry<Restriction>[];
  background: Entry<Background>[];
  measures: Entry<Measure>[];
  sources: Entry<Source>[];
  numbering: Entry<NumberingTable>[];
  devices: Entry<DeviceFile>[];
  /** Verdicts of every released version, written by `npm run data:release`. */
  releases: Entry<VerdictSnapshot>[];
  /** What families reported, as far as it is public; written by `npm run desk:publish`. */
  cases: Entry<PublishedReports>[];
}

/** A part of a file with the place it stands in. */
export interface Located<T> {
  file: string;
  path: string;
  value: T;
}

/** All claims of all files, in the order of files. */
export function claimsOf(data: AuthoredData): Located<Claim>[] {
  return [...data.operators, ...data.law, ...data.restrictions, ...data.background].flatMap(
    ({ file, value }) =>
      value.claims.map((claim, index) => ({ file, path: `claims[${index}]`, value: claim })),
  );
}

/** All open questions of all files, in the order of files. */
export function openQuestionsOf(data: AuthoredData): Located<OpenQuestion>[] {
  return [...data.operators, ...data.law, ...data.background].flatMap(({ file, value }) =>
    value.openQuestions.map((question, index) => ({
      file,
      path: `openQuestions[${index}]`,
      value: question,
    })),
  );
}

/** The table of the latest register, which counts; `undefined` when there is none. Older ones are kept to compare. */
export function newestNumbering(data: AuthoredData): Entry<NumberingTable> | undefined {
  return data.numbering
    .toSorted((a, b) => (a.value.registerDate < b.value.registerDate ? -1 : 1))
    .at(-1);
}

/** The spellings of all files, under the word as makers print it. */
export function spellingsOf(files: readonly Entry<DeviceFile>[]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const { value } of files) {
    for (const [word, phrases] of Object.entries(value.spellings)) {
      all[word] = [...(all[word] ?? []), ...phrases];
    }
  }
  return all;
}
