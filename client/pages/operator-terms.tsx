import { catalogueOf } from '../i18n/catalogue.ts';
import { brackets, colon, formatList } from '../i18n/format.ts';
import type { Names } from '../i18n/names.ts';
import { CitationLinks } from '../ui/card/citation-links.tsx';
import type { Citation } from '../ui/card/citations.ts';
import type { OperatorPageProps } from './operator-about.tsx';

type TermsProps = Omit<OperatorPageProps, 'context'> & { names: Names };

/** Regions that the operator's tariffs join. */
export function TariffAreas({ language, operator, names }: TermsProps) {
  if (operator.tariffAreas.length === 0) return null;
  return (
    <>
      <h2>{catalogueOf(language).operator.areas}</h2>
      <ul>
        {operator.tariffAreas.map((area) => (
          <li key={area.id}>
            {formatList(
              language,
              area.regionIds.flatMap((id) => names.region(id) ?? []),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Places where the operator's terms differ. */
export function LocalTerms(props: TermsProps & { citations: readonly Citation[] }) {
  const { language, operator, names, citations } = props;
  const [open, close] = brackets(language);
  if (operator.localExceptions.length === 0) return null;
  return (
    <>
      <h2>{catalogueOf(language).operator.exceptions}</h2>
      <ul>
        {operator.localExceptions.map((place) => (
          <li key={place.id}>
            <b>{place.name[language]}</b>
            {!place.wholeRegion && (
              <>
                {open}
                <a href={`/${language}/regions/${place.regionId}`}>
                  {names.region(place.regionId)}
                </a>
                {close}
              </>
            )}
            {colon(language)}
            {place.effect[language]}
            <CitationLinks
              numbers={citations
                .filter(({ claim }) => place.claimIds.includes(claim.id))
                .map(({ number }) => number)}
              language={language}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
