import type { Position } from 'geojson';
import { speaksSince } from '../../core/eligibility/claims/freshness.ts';
import type { Collection } from '../../core/features/collection.ts';
import type { Dataset } from '../../core/schema/dataset.ts';
import type { DownloadEntry } from '../../core/schema/release.ts';
import { LANGUAGE_MARKS } from '../authored/languages.ts';
import {
  attributionOf,
  LICENCE,
  originsOf,
  PUBLISHER,
  SUMMARY,
  TITLE,
  writeJsonDocument,
} from './descriptions.ts';
import { FORMATS } from './formats.ts';

// Decision (2026-11-30): the data have a DCAT-AP catalogue and no STAC. STAC describes scenes and other assets by place and time;
// these are three small collections without either, whose features OGC API Features finds by both.

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Lists of the Publications Office of the EU, whose entries DCAT-AP asks for. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority';

const THEME = {
  '@id': `${AUTHORITY}/data-theme/TECH`,
  '@type': 'skos:Concept',
  'skos:prefLabel': text('Science and technology'),
};
const RUSSIA = { '@id': `${AUTHORITY}/country/RUS`, '@type': 'dct:Location' };
const IN_LANGUAGES = Object.values(LANGUAGE_MARKS).map(({ code }) => ({
  '@id': `${AUTHORITY}/language/${code}`,
  '@type': 'dct:LinguisticSystem',
}));

const DATA_SERVICE = '../api/v1';

/** DCAT-AP 3.0 catalogue of the data set and its API as JSON-LD; addresses are relative to the file itself. */
export function writeDcat(
  dataset: Dataset,
  collections: readonly Collection[],
  entries: readonly DownloadEntry[],
): Uint8Array {
  return writeJsonDocument({
    '@context': CONTEXT,
    '@id': 'dcat.jsonld',
    '@type': 'dcat:Catalog',
    ...common(dataset),
    'dct:title': text(TITLE),
    'dct:language': IN_LANGUAGES,
    'dct:spatial': RUSSIA,
    'dcat:themeTaxonomy': {
      '@id': `${AUTHORITY}/data-theme`,
      '@type': 'skos:ConceptScheme',
      'dct:title': text('Data theme'),
    },
    'foaf:homepage': { '@id': '../', '@type': 'foaf:Document' },
    'dcat:dataset': describeDataset(dataset, collections, entries),
    'dcat:service': {
      '@id': DATA_SERVICE,
      '@type': 'dcat:DataService',
      ...common(dataset),
      'dct:title': text('API of the Family eSIM Map'),
      'dcat:keyword': keywords(),
      'dcat:theme': THEME,
      'dct:conformsTo': [
        { '@id': 'http://www.opengis.net/spec/ogcapi-features-1/1.0', '@type': 'dct:Standard' },
      ],
      'dcat:endpointURL': { '@id': DATA_SERVICE },
      'dcat:endpointDescription': { '@id': `${DATA_SERVICE}/openapi.json` },
      'dcat:servesDataset': { '@id': './' },
    },
  });
}

/** What catalogue, data set and service have in common. */
function common(dataset: Dataset) {
  return {
    'dct:description': text(SUMMARY),
    'dct:license': { '@id': LICENCE, '@type': 'dct:LicenseDocument' },
    'dct:modified': day(dataset.checkedOn),
    'dct:publisher': { '@id': '#publisher', '@type': 'foaf:Agent', 'foaf:name': text(PUBLISHER) },
    'dcat:contactPoint': {
      '@id': '#contact',
      '@type': ['vcard:Kind', 'vcard:Organization'],
      'vcard:fn': PUBLISHER,
      'vcard:hasURL': { '@id': '../en/about' },
    },
  };
}

function describeDataset(
  dataset: Dataset,
  collections: readonly Collection[],
  entries: readonly DownloadEntry[],
) {
  return {
    '@id': './',
    '@type': 'dcat:Dataset',
    ...common(dataset),
    'dct:title': text(TITLE),
    'dct:identifier': 'family-esim-map',
    'dct:accessRights': {
      '@id': `${AUTHORITY}/access-right/PUBLIC`,
      '@type': 'dct:RightsStatement',
    },
    'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': attributionOf(dataset) },
    'dct:source': originsOf(dataset).map(({ title, path }) => ({
      '@id': path,
      '@type': 'dcat:Dataset',
      'dct:title': text(title),
      'dct:description': text(title),
    })),
    'dct:language': IN_LANGUAGES,
    'dct:spatial': [
      RUSSIA,
      {
        '@type': 'dct:Location',
        'dcat:bbox': { '@type': 'geo:wktLiteral', '@value': boxesOf(collections) },
      },
    ],
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': day(firstDayOf(dataset)),
      'dcat:endDate': day(dataset.checkedOn),
    },
    'dcat:theme': THEME,
    'dcat:keyword': keywords(),
    'dcat:version': dataset.version,
    'dcat:distribution': entries.map(describeFile),
  };
}

function describeFile(entry: DownloadEntry) {
  return {
    '@type': 'dcat:Distribution',
    'dct:title': text(entry.name),
    'dct:description': text(`${entry.subject} as ${entry.label}`),
    'dcatap:availability': {
      '@id': `${AUTHORITY}/planned-availability/AVAILABLE`,
      '@type': 'skos:Concept',
      'skos:prefLabel': text('Available'),
    },
    'dcat:accessURL': { '@id': entry.name },
    'dcat:downloadURL': { '@id': entry.name },
    ...mediaTypeOf(entry),
    'dct:format': { '@type': 'dct:MediaTypeOrExtent', 'rdfs:label': entry.label },
    'dcat:byteSize': { '@value': String(entry.bytes), '@type': 'xsd:nonNegativeInteger' },
    'dct:license': { '@id': LICENCE, '@type': 'dct:LicenseDocument' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': {
        '@id': 'spdx:checksumAlgorithm_sha256',
        '@type': 'spdx:ChecksumAlgorithm',
      },
      'spdx:checksumValue': { '@value': entry.sha256, '@type': 'xsd:hexBinary' },
    },
  };
}

function mediaTypeOf({ format, mediaType }: DownloadEntry): object {
  if (FORMATS.some(({ id, isUnregistered }) => id === format && isUnregistered)) return {};
  const id = `https://www.iana.org/assignments/media-types/${mediaType}`;
  return { 'dcat:mediaType': { '@id': id, '@type': 'dct:MediaType' } };
}

function keywords() {
  return Object.entries(LANGUAGE_MARKS).flatMap(([language, { keywords }]) =>
    keywords.map((word) => text(word, language)),
  );
}

function text(value: string, language = 'en') {
  return { '@value': value, '@language': language };
}

function day(value: string) {
  return { '@value': value, '@type': 'xsd:date' };
}

/** First day for which any claim on an operator speaks. */
function firstDayOf({ operators, checkedOn }: Dataset): string {
  const days = operators.flatMap(({ claims }) => claims.map((claim) => speaksSince(claim)));
  return days.flatMap((since) => since ?? []).toSorted()[0] ?? checkedOn;
}

/** The boxes around all outlines on each side of the antimeridian, as WKT. */
function boxesOf(collections: readonly Collection[]): string {
  const parts = collections
    .flatMap(({ features }) => features)
    .flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : []))
    .map((rings) => rings.flat());
  const isWest = (part: readonly Position[]) => part.every(([lon = 0]) => lon <= 0);
  const sides = [parts.filter((part) => !isWest(part)), parts.filter(isWest)];
  const boxes = sides.filter((side) => side.length > 0).map((side) => boxAround(side.flat()));
  return `MULTIPOLYGON(${boxes.join(',')})`;
}

function boxAround(positions: readonly Position[]): string {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return `((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`;
}
