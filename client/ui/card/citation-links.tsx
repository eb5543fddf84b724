import type { Language } from '../../../data/schema/localized-text.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';

/** Numbers of claims, each a link to it in the list of evidence. */
export function CitationLinks(props: { numbers: readonly number[]; language: Language }) {
  const { evidence } = catalogueOf(props.language);
  return (
    <>
      {props.numbers.map((number) => (
        <a key={number} class="ci" href={`#c${number}`} aria-label={`${evidence.source} ${number}`}>
          {number}
        </a>
      ))}
    </>
  );
}
