import { datasetFile } from '../../data/core/schema/dataset-file.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { type DataFile, dataFileUrl, dataFolder } from '../components/context/data-files.ts';
import { GUIDE_TOPICS } from '../components/context/guide-topics.ts';

/** What a page asks the service worker to keep, so that the next visit needs no network. */
export interface OfflinePlan {
  /** Pages, fetched again on each visit with a network; the first is the map, which names the release it is of. */
  pages: string[];
  /** Files whose address names their content: fetched once. */
  files: string[];
  /** Folder of the release's data; those of another release are dropped. */
  folder: string;
  /** Release of the page that asks. */
  datasetHash: string;
}

/** All verdicts and the check are made from these and the dataset in the page's language; settlements and full outlines are kept once they were used. */
const KEPT_DATA: readonly DataFile[] = [
  'devices.compact.json',
  'regions.overview.topojson',
  'backdrop.topojson',
];

/** The plan of a language: map, check, guide and what their scripts load. */
export function createOfflinePlan(language: Language, datasetHash: string): OfflinePlan {
  const pages = ['/', '/check', '/guide', ...GUIDE_TOPICS.map((topic) => `/guide/${topic}`)];
  return {
    pages: pages.map((path) => `/${language}${path}`),
    files: [datasetFile(language), ...KEPT_DATA].map((file) => dataFileUrl(datasetHash, file)),
    folder: dataFolder(datasetHash),
    datasetHash,
  };
}
