import { GUIDE_TOPICS } from '../../../client/components/context/guide-topics.ts';
import { layerWords } from '../../../client/i18n/layers.ts';
import type { Kind, Random } from '../climb.ts';
import { oneOf } from './draw.ts';
import type { Named } from './household-kinds.ts';
import { anyPlaceNames } from './place-kinds.ts';

const LANGUAGES = oneOf('ru', 'en', 'zh');

/** None, one or two: as many as are compared. */
const upToTwo =
  (...values: string[]) =>
  (random: Random) =>
    [oneOf(undefined, ...values)(random), oneOf(undefined, ...values)(random)]
      .filter((value) => value !== undefined)
      .join();

/** The address of a page; a list in a part is a parameter for each of its entries. */
function pageAddress(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value = '']) =>
    (name === 'q' ? [value] : value.split(','))
      .filter((entry) => entry !== '')
      .map((entry) => [name, entry]),
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Requests of people: pages, and the texts, tables, feeds and pictures beside them. */
export function pageKinds({ regionIds, operatorIds }: Named): Kind[] {
  const ofRegion = (random: Random) => `/regions/${oneOf(...regionIds)(random)}`;
  const ofOperator = (random: Random) => `/operators/${oneOf(...operatorIds)(random)}`;
  return [
    {
      name: 'pages',
      parts: {
        language: LANGUAGES,
        page: (random) =>
          oneOf(
            ofRegion(random),
            ofOperator(random),
            `/embed/${oneOf(...regionIds)(random)}`,
            `/embed-code/${oneOf(...regionIds)(random)}`,
            `/guide/${oneOf(...GUIDE_TOPICS)(random)}`,
            ...['/guide', '/operators', '/differences', '/report', '/about', '/nowhere'],
            ...['/check', '/changes', '/data'],
          )(random),
      },
      request: ({ language, page }) => ({ path: `/${language}${page}` }),
    },
    {
      name: 'the page of the map',
      parts: {
        language: LANGUAGES,
        region: oneOf(undefined, ...regionIds),
        operator: oneOf(undefined, ...operatorIds),
        layer: oneOf(undefined, ...Object.keys(layerWords)),
        view: oneOf(undefined, 'flat'),
        q: (random) => (random() < 0.5 ? anyPlaceNames(random) : undefined),
      },
      request: ({ language, ...query }) => ({ path: pageAddress(`/${language}/`, query) }),
    },
    {
      name: 'the page of a comparison',
      parts: {
        language: LANGUAGES,
        page: oneOf('/compare', '/compare', '/compare.csv'),
        region: upToTwo(...regionIds),
        operator: upToTwo(...operatorIds),
        sharing: oneOf(undefined, 'bundle', 'payer'),
        differences: oneOf(undefined, 'only'),
        sort: oneOf(undefined, 'support', 'name', 'verdict', 'region'),
      },
      request: ({ language, page, ...query }) => ({
        path: pageAddress(`/${language}${page}`, query),
      }),
    },
    {
      name: 'texts, tables, feeds and pictures',
      parts: {
        language: LANGUAGES,
        file: (random) =>
          oneOf(
            `/text/${oneOf(...regionIds)(random)}.txt`,
            `/locator/${oneOf(...regionIds)(random)}.svg`,
            `/badge/${oneOf(...regionIds)(random)}.svg`,
            ...['atom', 'json', 'ics'].flatMap((ending) => [
              `${ofRegion(random)}.${ending}`,
              `${ofOperator(random)}.${ending}`,
            ]),
            '/summary.csv',
            '/changes.atom',
          )(random),
      },
      request: ({ language, file }) => ({ path: `/${language}${file}` }),
    },
  ];
}
