import type { Language } from '../../data/core/schema/localized-text.ts';
import type { ColourClass } from '../colours/colour-classes.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import {
  counted,
  formatList,
  formatNumber,
  semicolon,
  sentenceGap,
} from '../i18n/grammar/format.ts';
import { type PageData, shownLayer } from './context/page-data.ts';

/** More names than these in a sentence nobody reads. */
const MOST_NAMES = 3;

/** Regions of each class of a layer, the most common class first. */
function byClass(data: PageData, layerId: string): [ColourClass, string[]][] {
  const { classes } = shownLayer(data, { layer: layerId, operatorId: undefined });
  const found = new Map<ColourClass, string[]>();
  for (const { id, name } of data.regions) {
    const colourClass = classes.get(id) ?? 'none';
    found.set(colourClass, [...(found.get(colourClass) ?? []), name]);
  }
  return [...found].sort(([, a], [, b]) => b.length - a.length);
}

const regionCount = (count: number, language: Language): string =>
  counted(language, count, catalogueOf(language).mapPage.regionCount);

function namesOrCount(names: readonly string[], language: Language): string {
  return names.length <= MOST_NAMES
    ? formatList(language, names)
    : regionCount(names.length, language);
}

/** What the map shows, in words that follow the data: the common case first, then what differs from it. */
export function findingText(data: PageData): string {
  const { language } = data;
  const { finding } = catalogueOf(language);
  const [common, ...others] = byClass(data, 'bundle');
  if (common === undefined) return '';
  const total = data.regions.length;
  const [commonClass, { length: count }] = common;
  const said = finding.class[commonClass] ?? '';
  const first =
    count === total
      ? finding.everywhere(said)
      : finding.mostly(said, formatNumber(language, count), count / total > 0.9);
  const differ = others.map(([colourClass, names]) =>
    finding.other(namesOrCount(names, language), finding.class[colourClass] ?? ''),
  );
  const zones = byClass(data, 'limits').find(([colourClass]) => colourClass === 'amount-5');
  return [
    first,
    ...(differ.length === 0 ? [] : [finding.differ(differ.join(semicolon(language)))]),
    ...(zones === undefined ? [] : [finding.limits(regionCount(zones[1].length, language))]),
  ].join(sentenceGap(language));
}

/** The question of the page and its finding, in view before the map. */
export function Finding({ data }: { data: PageData }) {
  const { language } = data;
  const { finding } = catalogueOf(language);
  return (
    <>
      <h1>{finding.question}</h1>
      <p class="finding">
        {findingText(data)}
        {sentenceGap(language)}
        <a href={`/${language}/differences`}>{finding.more}</a>
      </p>
    </>
  );
}
