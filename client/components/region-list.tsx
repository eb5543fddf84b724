import type { Language } from '../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import type { RegionAnswer } from './region-answers.ts';

function matches(answer: RegionAnswer, query: string): boolean {
  const wanted = query.toLocaleLowerCase();
  const { name, officialName, aliases, id } = answer.region;
  return [name.ru, name.en, name.zh, officialName, id, ...aliases].some((text) =>
    text.toLocaleLowerCase().includes(wanted),
  );
}

/** All regions with what the layer says of each; without scripts a query keeps those whose names contain it. */
export function RegionList(props: {
  answers: readonly RegionAnswer[];
  language: Language;
  query: string;
}) {
  const { answers, language, query } = props;
  const { mapPage } = catalogueOf(language);
  const found = query === '' ? answers : answers.filter((answer) => matches(answer, query));
  return (
    <>
      {query !== '' && (
        <p role="status">
          {found.length > 0 ? mapPage.searchFound(query) : mapPage.searchNothing(query)}
        </p>
      )}
      <ul data-region-list>
        {(found.length > 0 ? found : answers).map((answer) => (
          <li key={answer.region.id}>
            <a
              href={`/${language}/regions/${answer.region.id}`}
              data-region={answer.region.id}
              data-verdict={answer.verdict}
              data-class={answer.colourClass}
            >
              <span class="swatch" />
              <b>{answer.name}</b> <small>{answer.words}</small>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
