import type { Dataset } from '../data/core/schema/dataset.ts';
import type { DownloadEntry } from '../data/core/schema/release.ts';
import { SUPPORTS, type Support, VERDICTS, type Verdict } from '../data/core/schema/verdict.ts';
import { addressOf } from './links.ts';
import type { RouteDocument } from './route.ts';

/** What each verdict means, from worst to best. */
const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  no: 'something that counts stands against it',
  unknown:
    'nothing that counts was found; this is an answer of its own and never stands for "no" or "not available"',
  partial: 'possible under the listed conditions; never say it without them',
  yes: 'every question is answered in favour, without conditions',
};

/** How well a value is known for one region, from best to worst. */
const SUPPORT_MEANINGS: Readonly<Record<Support, string>> = {
  stated:
    'the operator, the state or a register says so for this region or the whole country, and not long ago',
  reported:
    'evidence about this very region, but weaker or undated, or a conclusion from stated evidence',
  countrywide: 'evidence about the country, not about this region',
  lead: 'somebody said so, or said so of elsewhere: not enough to stand on',
  none: 'nothing was found',
};

/** How a name that was typed fits a name that was found. */
export const MATCH_MEANINGS = {
  exact: 'the letters of the name as shown',
  alternate:
    'another name of it, such as a former or a short one, or its spelling in other letters by a known rule',
  near: 'only nearly or in part, never to be taken for the answer',
} as const;

const POSITIVE: Readonly<Record<Support, string>> = {
  stated: 'Say that the operator or the state says so, and name the conditions.',
  reported:
    'Say that this is told of this region, name the conditions, and advise to ask the operator.',
  countrywide:
    'Say "possible, not confirmed for this region", name the conditions, and advise to ask the operator. Never say that it is available here.',
  lead: 'Say that there are leads only, and advise to ask the operator. Never say that it is available here.',
  none: 'Say that nothing was found. Never say that it is available here.',
};

const NEGATIVE: Readonly<Record<Support, string>> = {
  stated: 'Say that the operator or the state says that it is not possible.',
  reported: 'Say "probably not", as told of this region. Never say that it is certain.',
  countrywide:
    'Say "probably not, by what holds for the country". Never say that it is ruled out in this region.',
  lead: 'Say "probably not", and that there are leads only. Never say that it is ruled out.',
  none: 'Say "probably not", and that little was found. Never say that it is ruled out.',
};

const LEADS_ONLY =
  'Say that it is not known, that there are leads only, and which. Never say no, and never say yes.';
const NOTHING_FOUND =
  'Say that it is not known: nothing was found. Never say no, and never say that it is not available.';

/** What may be said of a value with its support: the two license it together, neither does alone. */
export function mayConclude(verdict: Verdict, support: Support): string {
  if (verdict === 'no') return NEGATIVE[support];
  if (verdict !== 'unknown') return POSITIVE[support];
  return support === 'none' ? NOTHING_FOUND : LEADS_ONLY;
}

/** How an answer is to be read, in plain sentences and lists; the same for every program that asks. */
export function readingRules(): string {
  const verdicts = VERDICTS.map((verdict) => `- \`${verdict}\`: ${VERDICT_MEANINGS[verdict]}`);
  const supports = SUPPORTS.map((support) => `- \`${support}\`: ${SUPPORT_MEANINGS[support]}`);
  return [
    'Every answer is a value and its support; neither is to be told without the other.',
    '',
    `Values, in the order ${VERDICTS.join(' < ')}:`,
    '',
    ...verdicts,
    '',
    'Support, how well the value is known for this region, from best to worst:',
    '',
    ...supports,
    '',
    'What counts is the region of the contract, not where the phone is. An answer holds for its day (`asOf`). A temporary state of the network stands beside an answer and never changes it. Cite the sources of what you repeat.',
  ].join('\n');
}

/** What each value with each support licenses to say, as rows of a table in Markdown. */
export function conclusionTable(): string {
  const rows = VERDICTS.flatMap((verdict) =>
    SUPPORTS.map(
      (support) => `| \`${verdict}\` | \`${support}\` | ${mayConclude(verdict, support)} |`,
    ),
  );
  return ['| Value | Support | What may be said |', '|---|---|---|', ...rows].join('\n');
}

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
