import { writeJsonDocument } from '../../formats/json-document.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { DownloadEntry } from '../../schema/download.ts';
import { ATTRIBUTION, LICENCE, ORIGINS, SUMMARY, TITLE } from './about.ts';

/** DCAT 3 description as JSON-LD; addresses are relative to the file itself. */
export function writeDcat(dataset: Dataset, entries: readonly DownloadEntry[]): Uint8Array {
  return writeJsonDocument({
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': './',
    '@type': 'dcat:Dataset',
    'dct:title': TITLE,
    'dct:description': SUMMARY,
    'dct:license': { '@id': LICENCE },
    'dct:modified': { '@value': dataset.checkedOn, '@type': 'xsd:date' },
    'dct:rights': ATTRIBUTION,
    'dct:source': ORIGINS.map(({ path }) => ({ '@id': path })),
    'dcat:version': dataset.version,
    'dcat:distribution': entries.map((entry) => ({
      '@type': 'dcat:Distribution',
      'dct:title': entry.name,
      'dcat:downloadURL': { '@id': entry.name },
      'dcat:mediaType': entry.mediaType,
      'dcat:byteSize': entry.bytes,
      'dct:license': { '@id': LICENCE },
      'spdx:checksum': {
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': entry.sha256,
      },
    })),
  });
}
