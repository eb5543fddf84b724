import type { Table } from '../../features/table.ts';
import { writeJsonDocument } from '../../formats/json-document.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { DownloadEntry } from '../../schema/download.ts';
import { LICENCE, ORIGINS, SUMMARY, TITLE } from './about.ts';

/** Frictionless Data Package descriptor (version 1 profile `data-package`). `tables`: what the CSV files hold. */
export function writeDataPackage(
  dataset: Dataset,
  tables: readonly Table[],
  entries: readonly DownloadEntry[],
): Uint8Array {
  return writeJsonDocument({
    profile: 'data-package',
    name: 'family-esim-map',
    title: TITLE,
    description: SUMMARY,
    version: dataset.version,
    licenses: [{ name: 'CC-BY-4.0', path: LICENCE, title: 'Creative Commons Attribution 4.0' }],
    sources: ORIGINS,
    resources: entries.map((entry) => ({
      name: entry.name.replace(/[^a-z0-9]+/gi, '-').toLowerCase(),
      path: entry.name,
      format: entry.format,
      mediatype: entry.mediaType,
      bytes: entry.bytes,
      hash: `sha256:${entry.sha256}`,
      ...(entry.format === 'csv' && describeTable(tables.find(({ id }) => id === entry.subject))),
    })),
  });
}

/** Our types of columns are called as those of a Table Schema. */
function describeTable(table: Table | undefined) {
  const columns = table?.columns ?? [];
  return {
    profile: 'tabular-data-resource',
    encoding: 'utf-8',
    schema: { fields: columns.map(({ name, type, description }) => ({ name, type, description })) },
  };
}
