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
