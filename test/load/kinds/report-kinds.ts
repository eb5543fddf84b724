import { Outcome, ReportChannel, Tried } from '../../../data/core/schema/report.ts';
import type { Kind, Random } from '../climb.ts';
import { address, between, often, oneOf } from './draw.ts';
import type { Named } from './household-kinds.ts';

/** What a pattern that looks for persons in a text may stumble over. */
const FRAGMENTS = oneOf(
  ...['1', '0-', '8 ', '(9', 'О', 'l', '１', '1\u0336', '1\u200B', '+7', '٣'],
  ...['a', 'a.', 'a@', 'a @ ', 'a-', ' at ', ' dot ', '[at]', '艾特', '点', ' собака '],
  ...['один ', 'five, ', '五、', 'сто', '<', '<a ', '&#', '&amp', 't.me/', 'qq: ', '@ab.'],
  ...['😀\u200D', '\uFEFF', '\u0301', '.', ',', ' ', '\n', '01.02.', '2026-'],
);

/** A text of a sender: a few fragments, again and again. */
const anyText = (random: Random): string => {
  const fragments = Array.from({ length: between(random, 1, 5) }, () => FRAGMENTS(random)).join('');
  const repeated = fragments.repeat(Math.ceil(500 / fragments.length));
  return [...repeated].slice(0, between(random, 1, 500)).join('') + (FRAGMENTS(random) ?? '');
};

const anyCase = (random: Random): string =>
  `26-${Array.from({ length: 4 }, () => '23456789ABCDEFGHJKMNPQRSTVWXYZ'[between(random, 0, 29)]).join('')}-${between(random, 2, 9)}`;

const LANGUAGES = oneOf('ru', 'en', 'zh');

/** Whoever comes first on a busy machine does not wait for the database to the end. */
const STILL_OPENING = 503;

/** What makes a report, whether it is sent or a form is filled with it. */
const fieldsOf = ({ regionIds, operatorIds, claimIds }: Named) => ({
  kind: oneOf('experience', 'correction'),
  regionId: oneOf(...regionIds),
  operatorId: oneOf(...operatorIds),
  claimId: oneOf(...claimIds),
  tried: oneOf(...Tried.options),
  outcome: oneOf(...Outcome.options),
  channel: oneOf(undefined, ...ReportChannel.options),
  month: (random: Random) => `2026-0${between(random, 1, 9)}`,
  text: often(0.9, anyText),
  right: anyText,
  lang: LANGUAGES,
});

type Report = Readonly<Record<string, string | undefined>>;

/** The fields of a report that its kind has. */
function reportOf({ kind, claimId, text = '-', right, lang, ...experience }: Report): object {
  if (kind === 'experience') return { kind, ...experience, text, lang };
  return { kind, claimId, wrong: text, right, lang };
}

/** A few reports about different things, so that pages of cases have something to tell. */
export function reportsToBegin({ regionIds, operatorIds }: Named): readonly string[] {
  return regionIds.flatMap((regionId, index) =>
    ['bundle', 'payer'].map((tried) =>
      JSON.stringify({
        ...{ kind: 'experience', regionId, operatorId: operatorIds[index % 4], tried },
        ...{
          outcome: 'told-no',
          month: '2026-09',
          text: 'В салоне сказали, что нельзя',
          lang: 'ru',
        },
      }),
    ),
  );
}

/** Requests about reports: sending them, tasks for them, the form, and what became of them. */
export function reportKinds(named: Named): Kind[] {
  const { regionIds, operatorIds } = named;
  const { kind: _, ...fields } = fieldsOf(named);
  return [
    {
      name: 'reports',
      // What is refused for its texts was looked through; the same again and again is full at some time.
      answers: [201, 400, 429, STILL_OPENING],
      parts: { ...fieldsOf(named), form: often(0.3, () => 'true') },
      request({ form, ...report }) {
        const body = reportOf(report);
        const path = '/api/v1/reports';
        if (form === undefined) return { path, body: JSON.stringify(body) };
        const type = 'application/x-www-form-urlencoded';
        return { path, body: address('', { ...body }).slice(1), fields: { 'content-type': type } };
      },
    },
    {
      name: 'the form of a report',
      parts: { ...fields, language: LANGUAGES },
      request: ({ language, ...query }) => ({ path: address(`/${language}/report`, query) }),
    },
    {
      name: 'tasks for reports',
      answers: [200, STILL_OPENING],
      parts: { f: oneOf(undefined, 'json') },
      request: (query) => ({ path: address('/api/v1/reports/challenge', query) }),
    },
    {
      // Costs the more, the more cases were decided, when it is asked for first: no turn of it does.
      name: 'all published cases',
      answers: [200, STILL_OPENING],
      parts: { f: oneOf(undefined, 'json') },
      request: (query) => ({ path: address('/api/v1/cases/published', query) }),
    },
    {
      name: 'cases',
      answers: [200, 404, STILL_OPENING],
      parts: {
        path: (random) =>
          oneOf(
            ...['/api/v1/cases', `/api/v1/cases/${anyCase(random)}`],
            ...['ru', 'en', 'zh'].flatMap((language) => [
              `/${language}/cases`,
              `/${language}/cases.atom`,
              `/${language}/cases.json`,
              `/${language}/cases/${anyCase(random)}`,
            ]),
          )(random),
        limit: oneOf('100', '100', '1'),
        region: often(0.3, oneOf(...regionIds)),
        operator: often(0.3, oneOf(...operatorIds)),
      },
      request: ({ path = '', ...query }) => ({
        path: path === '/api/v1/cases' ? address(path, query) : path,
      }),
    },
  ];
}
