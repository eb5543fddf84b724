import * as z from 'zod';
import { Background } from '../schema/background.ts';
import { DeviceModel } from '../schema/device.ts';
import { Law } from '../schema/law.ts';
import { NumberingTable } from '../schema/numbering.ts';
import { Operator } from '../schema/operator.ts';
import { Region } from '../schema/region.ts';
import { VerdictSnapshot } from '../schema/release.ts';
import { Restriction } from '../schema/restriction.ts';
import { Source } from '../schema/source.ts';

/** The release that the data in the folder belongs to. */
export const Release = z.strictObject({
  /** Name of the release: the day it speaks for. */
  version: z.iso.date(),
});
export type Release = z.infer<typeof Release>;

/** Devices of one file, for example of one maker. */
export const DeviceFile = z.strictObject({
  models: z.array(DeviceModel).min(1),
});
export type DeviceFile = z.infer<typeof DeviceFile>;

/** Schema of the files in each folder of `data`; a folder not named here holds no facts. */
export const FOLDER_SCHEMAS = {
  regions: Region,
  operators: Operator,
  law: Law,
  restrictions: Restriction,
  background: Background,
  sources: Source,
  numbering: NumberingTable,
  devices: DeviceFile,
  releases: VerdictSnapshot,
} as const;
export type FolderName = keyof typeof FOLDER_SCHEMAS;
export const FOLDER_NAMES = [
  'regions',
  'operators',
  'law',
  'restrictions',
  'background',
  'sources',
  'numbering',
  'devices',
  'releases',
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
  sources: Entry<Source>[];
  numbering: Entry<NumberingTable>[];
  devices: Entry<DeviceFile>[];
  /** Verdicts of every released version, written by `npm run data:release`. */
  releases: Entry<VerdictSnapshot>[];
}
