import type { DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { Verdict } from '../../data/core/schema/verdict.ts';
import type { ColourClass } from '../colours/colour-classes.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { colon, listComma } from '../i18n/grammar/format.ts';
import { placeName } from '../i18n/grammar/names.ts';
import type { PageContext } from './context/page-context.ts';
import { type PageData, regionWords, shownLayer } from './context/page-data.ts';

/** All regions with what the layer says of each; without scripts a query keeps those that it means, best first. */
export function RegionList(props: {
  context: Pick<PageContext, 'findPlaces'>;
  answers: readonly RegionAnswer[];
  language: Language;
  query: string;
}) {
  const { context, answers, language, query } = props;
  const found = query === '' ? undefined : findRegions(context, query, language);
  const kept = [...(found?.regions.keys() ?? [])].flatMap(
    (id) => answers.find(({ region }) => region.id === id) ?? [],
  );
  return (
    <>
      {found && <p role="status">{found.text}</p>}
      <ul data-region-list>
        {(kept.length > 0 ? kept : answers).map(({ region, name, verdict, colourClass, words }) => {
          const places = (found?.regions.get(region.id) ?? []).filter((place) => place !== name);
          return (
            <li key={region.id}>
              <a
                href={`/${language}/regions/${region.id}`}
                data-region={region.id}
                data-verdict={verdict}
                data-class={colourClass}
              >
                <span class="swatch" />
                <b>{name}</b> <small>{[...places, words].join(listComma(language))}</small>
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Hits that are looked at for one query. */
const MOST_HITS = 20;

/** What a query leads to among the regions. */
interface FoundRegions {
  /** What is said above the list. */
  text: string;
  /** Regions in the order of the search, each with the settlements that led to it; empty where nothing did. */
  regions: ReadonlyMap<string, readonly string[]>;
}

/**
 * Asks the search of the API. What only resembles the query is offered where nothing else was found, and said to be so;
 * what lies outside the map is said to.
 */
function findRegions(
  { findPlaces }: Pick<PageContext, 'findPlaces'>,
  query: string,
  language: Language,
): FoundRegions {
  const { mapPage } = catalogueOf(language);
  const hits = findPlaces?.(query, MOST_HITS).hits ?? [];
  const named = hits.filter(({ match }) => match !== 'near');
  const shown = named.length > 0 ? named : hits;
  const regions = new Map<string, string[]>();
  for (const hit of shown) {
    if (hit.kind === 'outside') continue;
    const id = hit.kind === 'region' ? hit.region.id : hit.place.regionId;
    const places = regions.get(id) ?? [];
    if (hit.kind === 'place') places.push(placeName(hit.place, language));
    regions.set(id, places);
  }
  const [first] = shown;
  if (first === undefined) return { text: mapPage.searchNothing(query), regions };
  if (named.length === 0) return { text: mapPage.searchNear(query), regions };
  if (first.kind === 'outside') {
    const name = language === 'ru' ? first.outside.name.ru : first.outside.name.en;
    return { text: mapPage.searchOutside(name), regions };
  }
  return { text: mapPage.searchFound(query), regions };
}

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
