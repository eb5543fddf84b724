import type { DatasetOperator } from '../../data/schema/dataset-claim.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { colon, comma, counted, formatDate, sentenceEnd, sentenceGap } from '../i18n/format.ts';
import type { PageContext } from './page-context.ts';

/** What each part of an operator's page is drawn from. */
export interface OperatorPageProps {
  context: PageContext;
  language: Language;
  operator: DatasetOperator;
}

/** What kind of operator it is, where it holds numbers, and where it lives. */
export function OperatorAbout({ context, language, operator }: OperatorPageProps) {
  const words = catalogueOf(language);
  const { numbering, operators } = context.dataset;
  const held = Object.keys(numbering.counts[operator.id] ?? {}).filter((id) =>
    id.startsWith('RU-'),
  );
  const host = operators.find((each) => each.id === operator.hostOperatorId);
  const unknownHost = operator.hostOperatorId === 'unknown';
  return (
    <>
      <p>
        {words.operator.kind[operator.kind]}
        {host && comma(language) + words.operator.host(host.brand[language])}
        {sentenceEnd(language)}
        {unknownHost && words.operator.hostUnknown + sentenceGap(language)}
        {operator.market === 'machine' && words.operator.machine}
        {operator.retiredOn !== undefined &&
          words.operator.retired(formatDate(language, operator.retiredOn))}
      </p>
      <p>
        {held.length === 0
          ? words.operator.noNumbers
          : words.operator.numbers(
              counted(language, held.length, words.mapPage.regionCount),
              formatDate(language, numbering.registerDate),
            )}
      </p>
      {operator.website !== undefined && (
        <p>
          {words.operator.website}
          {colon(language)}
          <a href={operator.website}>{new URL(operator.website).host}</a>
        </p>
      )}
    </>
  );
}
