import type { Dataset } from '../../data/core/schema/dataset.ts';
import type { DownloadEntry } from '../../data/core/schema/release.ts';
import { addressOf } from '../links.ts';
import { conclusionTable, readingRules } from '../meaning.ts';
import type { RouteDocument } from '../route.ts';

/** What the text tells of. */
interface LlmsTextParts {
  readonly dataset: Pick<Dataset, 'version' | 'checkedOn' | 'hash'>;
  readonly routes: readonly RouteDocument[];
  readonly downloads: readonly DownloadEntry[];
  /** Tools for assistants and the address of their endpoint; absent where nobody answers them: in a static export. */
  readonly tools?: {
    readonly path: string;
    readonly documents: readonly { readonly name: string; readonly description: string }[];
  };
  /** `https://example.org`; addresses begin with a slash where absent. */
  readonly origin?: string | undefined;
}

/**
 * `/llms.txt` (llmstxt.org): what a language model has to know to use the service and not to misread it. Everything comes from
 * the definitions that the API and the tools are made of.
 */
export function renderLlmsText(parts: LlmsTextParts): string {
  const { dataset, routes, downloads, tools, origin = '' } = parts;
  const link = (path: string, title: string, text: string) =>
    `- [${title}](${origin}${path})${text === '' ? '' : `: ${text}`}`;
  return [
    '# Family eSIM Map',
    '',
    '> Whether a family in Russia can share one mobile plan with eSIMs, for each of the 83 mapped federal subjects and each operator: a verdict with its evidence, never a bare yes or no.',
    '',
    `Data ${dataset.version}, checked until ${dataset.checkedOn}, fingerprint ${dataset.hash.slice(0, 12)}. Code MIT, data CC BY 4.0: attribute "Family eSIM Map".`,
    '',
    '## How to read',
    '',
    readingRules(),
    '',
    conclusionTable(),
    '',
    '## Ask',
    '',
    ...(tools === undefined
      ? [
          'This is a copy in files: a question such as `/api/v1/eligibility?region=RU-TA` has the address `/api/v1/eligibility/region=RU-TA`, the `?` becoming a `/`.',
        ]
      : [
          `Assistants: Model Context Protocol, Streamable HTTP without sessions, no key, at ${origin}${tools.path}. Tools:`,
          '',
          ...tools.documents.map(({ name, description }) => `- \`${name}\`: ${description}`),
        ]),
    '',
    ...routes
      .filter(({ method, path }) => method === 'get' && !path.includes('{'))
      .map(({ path, summary, description, example }) => {
        const query = tools === undefined ? '' : new URLSearchParams(example).toString();
        const address = `${addressOf(path)}${query === '' ? '' : `?${query}`}`;
        return link(address, summary, description ?? '');
      }),
    '',
    '## Files',
    '',
    ...downloads.map(({ name, label, subject }) =>
      link(`/downloads/${name}`, name, `${subject}, ${label}`),
    ),
    '',
    '## Pages for people',
    '',
    link('/en/', 'Map and list of all regions', 'also /ru/ and /zh/'),
    link('/en/regions/RU-TA', 'One region', 'the same for each region by its ISO 3166-2 code'),
    link(
      '/en/text/RU-TA.txt',
      'One region as plain text',
      'the answer in words, the same for each region',
    ),
    link('/en/summary.csv', 'The answers of all regions as a table', ''),
    link('/en/about', 'Method, borders, licences', ''),
    '',
  ].join('\n');
}
