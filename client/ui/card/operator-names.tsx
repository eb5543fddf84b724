import { Fragment } from 'preact';
import type { DatasetOperator } from '../../../data/schema/dataset-claim.ts';
import type { Language } from '../../../data/schema/localized-text.ts';
import { listComma, sentenceGap } from '../../i18n/format.ts';

/** Operators that a card only names, each with a link to its own page. */
export function OperatorNames(props: {
  title: string;
  operators: readonly DatasetOperator[];
  language: Language;
}) {
  const { title, operators, language } = props;
  if (operators.length === 0) return null;
  return (
    <p class="hint">
      {title}
      {sentenceGap(language)}
      {operators.map((operator, index) => (
        <Fragment key={operator.id}>
          {index > 0 && listComma(language)}
          <a href={`/${language}/operators/${operator.id}`}>{operator.brand[language]}</a>
        </Fragment>
      ))}
    </p>
  );
}
