import type { Language } from '../../../data/schema/localized-text.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';

/** Numbers of claims behind a statement, each a link to it in the list of evidence; nothing where there are none. */
export function CitationLinks(props: { numbers: readonly number[]; language: Language }) {
  const { numbers, language } = props;
  const { evidence } = catalogueOf(language);
  if (numbers.length === 0) return null;
  return (
    <>
      {' '}
      {numbers.map((number) => (
        <a key={number} class="ci" href={`#c${number}`} aria-label={`${evidence.source} ${number}`}>
          {number}
        </a>
      ))}
    </>
  );
}
