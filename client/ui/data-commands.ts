import { SITE } from './code-sample.tsx';

/** Commands that fetch the data, by tool; the words beside each are in `client/i18n`. */
export const DATA_COMMANDS = {
  curl: [
    `curl -O ${SITE}/downloads/regions.csv`,
    `curl -s ${SITE}/downloads/SHA256SUMS | sha256sum --check --ignore-missing`,
  ],
  answer: [`curl -H 'Accept: text/plain' '${SITE}/api/v1/eligibility?region=RU-MOW&lang=en'`],
  qgis: [`${SITE}/api/v1`],
  gdal: [
    `ogrinfo -al -so /vsicurl/${SITE}/downloads/regions.fgb`,
    `ogr2ogr regions.gpkg OAPIF:${SITE}/api/v1 regions -oo PAGE_SIZE=10000`,
  ],
  python: [
    'import geopandas',
    '',
    `regions = geopandas.read_file("${SITE}/downloads/regions.geojson")`,
    'print(regions[["name_ru", "verdict"]])',
  ],
  r: [
    'library(sf)',
    '',
    `regions <- st_read("${SITE}/downloads/regions.geojson")`,
    'plot(regions["verdict"])',
  ],
  javascript: [
    `const response = await fetch('${SITE}/api/v1/eligibility?region=RU-MOW');`,
    'const { verdict, operators } = await response.json();',
    "console.log(verdict, operators.map(({ operatorId }) => operatorId).join(', '));",
  ],
  typescript: [
    `// curl -O ${SITE}/types/api.d.ts`,
    "import type { Operations } from './api.d.ts';",
    `const response = await fetch('${SITE}/api/v1/locate?lon=49.1&lat=55.8');`,
    "const place: Operations['locatePoint']['answer'] = await response.json();",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type DataTool = keyof typeof DATA_COMMANDS;

/** The tools in the order of the page. */
export const DATA_TOOLS = [
  'curl',
  'answer',
  'qgis',
  'gdal',
  'python',
  'r',
  'javascript',
  'typescript',
] as const satisfies readonly DataTool[];
