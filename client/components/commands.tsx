import { Fragment } from 'preact';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';

/** Stands in a line of code for the address of the site. */
export const SITE = '{site}';

/** A line with the site's address in it; `data-site` lets the browser fill in an address we do not know. */
function Line(props: { text: string; origin?: string | undefined; unknown: string }) {
  const [start = '', ...others] = props.text.split(SITE);
  return (
    <>
      {start}
      {others.map((rest) => (
        <Fragment key={rest}>
          {props.origin ?? <span data-site>{props.unknown}</span>}
          {rest}
        </Fragment>
      ))}
      {'\n'}
    </>
  );
}

/** Code under a heading, with a button that copies it. */
export function CodeSample(props: {
  /** What the ids of heading and code are made of. */
  name: string;
  title: string;
  note?: string | undefined;
  lines: readonly string[];
  origin?: string | undefined;
  language: Language;
}) {
  const { name, title, note, lines, origin, language } = props;
  const { downloads: words, page } = catalogueOf(language);
  return (
    <>
      <h3 id={`with-${name}`}>{title}</h3>
      {note && <p>{note}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="wide" tabIndex={0} aria-labelledby={`with-${name}`}>
        <pre>
          <code id={`command-${name}`}>
            {lines.map((text) => (
              <Line key={text} text={text} origin={origin} unknown={words.site} />
            ))}
          </code>
        </pre>
      </section>
      <p class="acts">
        <button
          type="button"
          data-action="copy-code"
          data-target={`command-${name}`}
          data-done={words.copied}
          data-failed={page.notCopied}
          aria-describedby={`with-${name}`}
        >
          {words.copy}
        </button>
      </p>
    </>
  );
}

/**
 * Examples by tool, which tests run as they stand here; the words beside each are in `client/i18n`. Each shows a value
 * together with its support.
 */
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
    'print(regions[["name_ru", "verdict", "support"]])',
  ],
  r: [
    'library(sf)',
    '',
    `regions <- st_read("${SITE}/downloads/regions.geojson")`,
    'plot(regions[c("verdict", "support")])',
  ],
  rTable: [
    `regions <- read.csv("${SITE}/downloads/regions.csv", fileEncoding = "UTF-8-BOM")`,
    'table(regions[c("verdict", "support")])',
    'regions[regions$verdict == "partial", c("name_en", "verdict", "support")]',
  ],
  duckdb: [
    `-- curl -O ${SITE}/downloads/regions.csv`,
    'SELECT verdict, support, count(*) AS regions, list(region_id ORDER BY region_id) AS region_ids',
    "FROM read_csv('regions.csv')",
    'GROUP BY verdict, support',
    'ORDER BY regions DESC;',
  ],
  spreadsheet: ['=INDEX(G:G; MATCH("RU-TA"; A:A; 0)) & ", " & INDEX(M:M; MATCH("RU-TA"; A:A; 0))'],
  javascript: [
    `const response = await fetch('${SITE}/api/v1/eligibility?region=RU-MOW');`,
    'const { verdict, support, operators } = await response.json();',
    'console.log(verdict, support);',
    'for (const { operatorId, verdict, support } of operators) console.log(operatorId, verdict, support);',
  ],
  typescript: [
    `// curl -O ${SITE}/types/api.d.ts`,
    "import type { Operations } from './api.d.ts';",
    `const response = await fetch('${SITE}/api/v1/locate?lon=49.1&lat=55.8');`,
    "const place: Operations['locatePoint']['answer'] = await response.json();",
  ],
  leaflet: [
    '<link rel="stylesheet" href="https://cdn.jsdelivr.net/npm/leaflet@1.9.4/dist/leaflet.css">',
    '<script src="https://cdn.jsdelivr.net/npm/leaflet@1.9.4/dist/leaflet.js"></script>',
    '<div id="map" style="height: 30rem"></div>',
    '<script type="module">',
    "  const map = L.map('map').setView([62, 95], 3);",
    `  const response = await fetch('${SITE}/downloads/regions.geojson');`,
    '  const colours = { yes: "#1a7f37", partial: "#b08800", unknown: "#8c959f", no: "#b35900" };',
    '  const strength = { stated: 0.9, reported: 0.7, countrywide: 0.45, lead: 0.25, none: 0.1 };',
    '  L.geoJSON(await response.json(), {',
    '    style: ({ properties: { verdict, support } }) =>',
    '      ({ color: colours[verdict], weight: 1, fillOpacity: strength[support] }),',
    '    onEachFeature: ({ properties: { name_ru, verdict, support } }, layer) =>',
    '      layer.bindTooltip(`${name_ru}: ${verdict}, ${support}`),',
    '  }).addTo(map);',
    '</script>',
  ],
  openlayers: [
    '<link rel="stylesheet" href="https://cdn.jsdelivr.net/npm/ol@10.11.0/ol.css">',
    '<script src="https://cdn.jsdelivr.net/npm/ol@10.11.0/dist/ol.js"></script>',
    '<div id="map" style="height: 30rem"></div>',
    '<script type="module">',
    '  const { layer, source, style, format, View } = ol;',
    "  const colours = { yes: '26,127,55', partial: '176,136,0', unknown: '140,149,159', no: '179,89,0' };",
    '  const strength = { stated: 0.9, reported: 0.7, countrywide: 0.45, lead: 0.25, none: 0.1 };',
    '  const drawn = (feature) => new style.Style({',
    "    fill: new style.Fill({ color: `rgba(${colours[feature.get('verdict')]},${strength[feature.get('support')]})` }),",
    "    stroke: new style.Stroke({ color: '#57606a', width: 0.5 }),",
    '  });',
    '  const tiles = new source.VectorTile({',
    '    format: new format.MVT(),',
    '    maxZoom: 8,',
    `    url: '${SITE}/api/v1/collections/regions/tiles/WebMercatorQuad/{z}/{y}/{x}',`,
    '  });',
    '  const places = new source.Vector({',
    '    format: new format.GeoJSON(),',
    `    url: '${SITE}/api/v1/collections/places/items?filter=population%20%3E%20500000&limit=100',`,
    '  });',
    '  const map = new ol.Map({',
    "    target: 'map',",
    '    layers: [new layer.VectorTile({ source: tiles, style: drawn }), new layer.Vector({ source: places })],',
    '    view: new View({ center: ol.proj.fromLonLat([95, 62]), zoom: 3 }),',
    '  });',
    "  map.on('click', ({ pixel }) => map.forEachFeatureAtPixel(pixel, (feature) =>",
    "    console.log(feature.get('name_ru'), feature.get('verdict'), feature.get('support'))));",
    '</script>',
  ],
  maplibre: [
    "import { addProtocol, Map, Popup, setWorkerUrl } from 'maplibre-gl';",
    "import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';",
    "import { Protocol } from 'pmtiles';",
    '',
    'setWorkerUrl(workerUrl);',
    "addProtocol('pmtiles', new Protocol().tile);",
    'const map = new Map({',
    "  container: 'map',",
    '  center: [95, 62],',
    '  zoom: 2,',
    '  style: {',
    '    version: 8,',
    `    sources: { regions: { type: 'vector', url: 'pmtiles://${SITE}/downloads/regions.pmtiles' } },`,
    '    layers: [{',
    "      id: 'regions',",
    "      type: 'fill',",
    "      source: 'regions',",
    "      'source-layer': 'regions',",
    '      paint: {',
    "        'fill-color': ['match', ['get', 'verdict'], 'yes', '#1a7f37', 'partial', '#b08800', 'no', '#b35900', '#8c959f'],",
    "        'fill-opacity': ['match', ['get', 'support'], 'stated', 0.9, 'reported', 0.7, 'countrywide', 0.45, 0.2],",
    '      },',
    '    }],',
    '  },',
    '});',
    "map.on('click', 'regions', ({ lngLat, features: [{ properties: { name_ru, verdict, support } }] }) => {",
    '  new Popup().setLngLat(lngLat).setText(`${name_ru}: ${verdict}, ${support}`).addTo(map);',
    '});',
  ],
  mcp: [`{ "mcpServers": { "family-esim-map": { "type": "http", "url": "${SITE}/mcp" } } }`],
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
  'rTable',
  'duckdb',
  'spreadsheet',
  'javascript',
  'typescript',
  'leaflet',
  'openlayers',
  'maplibre',
  'mcp',
] as const satisfies readonly DataTool[];

/** The commands that fetch the data, by tool. */
export function CommandList(props: { origin?: string | undefined; language: Language }) {
  const { origin, language } = props;
  const { downloads: words } = catalogueOf(language);
  const notes: Partial<Record<DataTool, string>> = words.toolNote;
  return (
    <>
      {DATA_TOOLS.map((tool) => (
        <CodeSample
          key={tool}
          name={tool}
          title={words.tool[tool]}
          note={notes[tool]}
          lines={DATA_COMMANDS[tool]}
          origin={origin}
          language={language}
        />
      ))}
    </>
  );
}
