import { writeJsonDocument } from '../../formats/json-document.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { DownloadEntry, DownloadFormat } from '../../schema/download.ts';
import { ATTRIBUTION, LICENCE, ORIGINS, PUBLISHER, SUMMARY, TITLE } from './about.ts';

const FORMAT_NAMES: Readonly<Record<DownloadFormat, string>> = {
  geojson: 'GeoJSON',
  geojsonl: 'Newline-delimited GeoJSON',
  topojson: 'TopoJSON',
  flatgeobuf: 'FlatGeobuf',
  geoparquet: 'GeoParquet',
  kml: 'KML',
  csv: 'CSV',
  csvw: 'CSV on the Web metadata',
  json: 'JSON',
};

/** Media types that are in use and have no entry in IANA's register that we know of. */
const UNREGISTERED: readonly string[] = ['application/x-ndjson', 'application/vnd.flatgeobuf'];

function mediaTypeOf({ mediaType }: DownloadEntry): object {
  if (UNREGISTERED.includes(mediaType)) return {};
  return {
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
  };
}

/** DCAT 3 description as JSON-LD; addresses are relative to the file itself. */
export function writeDcat(dataset: Dataset, entries: readonly DownloadEntry[]): Uint8Array {
  return writeJsonDocument({
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': './',
    '@type': 'dcat:Dataset',
    'dct:title': TITLE,
    'dct:description': SUMMARY,
    'dct:license': { '@id': LICENCE },
    'dct:modified': { '@value': dataset.checkedOn, '@type': 'xsd:date' },
    'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': ATTRIBUTION },
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': PUBLISHER },
    'dct:source': ORIGINS.map(({ path }) => ({ '@id': path })),
    'dcat:version': dataset.version,
    'dcat:distribution': entries.map((entry) => ({
      '@type': 'dcat:Distribution',
      'dct:title': entry.name,
      'dcat:accessURL': { '@id': entry.name },
      'dcat:downloadURL': { '@id': entry.name },
      ...mediaTypeOf(entry),
      'dct:format': { '@type': 'dct:MediaTypeOrExtent', 'rdfs:label': FORMAT_NAMES[entry.format] },
      'dcat:byteSize': { '@value': String(entry.bytes), '@type': 'xsd:nonNegativeInteger' },
      'dct:license': { '@id': LICENCE },
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': { '@value': entry.sha256, '@type': 'xsd:hexBinary' },
      },
    })),
  });
}
