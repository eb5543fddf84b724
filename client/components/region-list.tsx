import type { Language } from '../../data/core/schema/localized-text.ts';
import { listComma } from '../i18n/grammar/format.ts';
import type { PageContext } from './context/page-context.ts';
import { findRegions } from './found-regions.ts';
import type { RegionAnswer } from './region-answers.ts';

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
