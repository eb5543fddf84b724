import type { DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { Verdict } from '../../data/core/schema/verdict.ts';
import type { ColourClass } from '../colours/colour-classes.ts';
import { colon } from '../i18n/grammar/format.ts';
import { regionWords, shownLayer } from './context/map-layers.ts';
import type { PageContext } from './context/page-context.ts';
import type { PageData } from './context/page-data.ts';

/** What list and drawn map say of one region in a layer. */
export interface RegionAnswer {
  region: DatasetRegion;
  /** In the page's language. */
  name: string;
  /** Over all kinds of sharing, whatever the layer. */
  verdict: Verdict;
  colourClass: ColourClass;
  /** What the layer says of the region. */
  words: string;
  /** `Татарстан: возможно, для региона не подтверждено`. */
  sentence: string;
}

/** The answers of all regions in a layer of the page, in the order of the names. */
export function regionAnswers(
  { dataset }: Pick<PageContext, 'dataset'>,
  data: PageData,
  chosen: { layer: string | undefined; operatorId: string | undefined },
): RegionAnswer[] {
  const language: Language = data.language;
  const { layer, classes } = shownLayer(data, chosen);
  return data.regions.flatMap(({ id, name, verdict }): RegionAnswer[] => {
    const region = dataset.regions.find((each) => each.id === id);
    if (region === undefined) return [];
    const colourClass = classes.get(id) ?? 'none';
    const words = regionWords(layer, colourClass, id);
    return [
      { region, name, verdict, colourClass, words, sentence: name + colon(language) + words },
    ];
  });
}
