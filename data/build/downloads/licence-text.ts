import type { Dataset } from '../../schema/dataset.ts';
import { ATTRIBUTION, LICENCE, ORIGINS, TITLE } from './about.ts';

/** What may be done with the files, as a text beside them. */
export function writeLicence(dataset: Dataset): Uint8Array {
  const lines = [
    TITLE,
    `Release ${dataset.version}, content hash ${dataset.hash}`,
    '',
    `Licence: Creative Commons Attribution 4.0 International (CC BY 4.0), ${LICENCE}`,
    `Please name: ${ATTRIBUTION}`,
    '',
    'Where the parts come from:',
    ...ORIGINS.map(({ title, path }) => `- ${title}: ${path}`),
    '- Claims on operators and law: sources.json lists each source with its address.',
    '',
  ];
  return Buffer.from(lines.join('\n'));
}
