import type { OperatorAssessment } from '../../../data/schema/operator-assessment.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatDate } from '../../i18n/format.ts';
import type { CardModel } from './card-model.ts';
import { Cites } from './cites.tsx';

interface OutlookProps {
  model: CardModel;
  assessment: OperatorAssessment;
}

/** The way to a shared plan with one operator, in the order of going it; none where nobody knows whether there is one. */
export function OperatorSteps({ model, assessment: { verdict, steps } }: OutlookProps) {
  if (steps.length === 0 || verdict === 'unknown' || verdict === 'no') return null;
  const { card } = catalogueOf(model.language);
  return (
    <>
      <p class="lead">{card.steps}</p>
      <ol>
        {steps.map((step) => (
          <li key={step.code}>
            {model.describe.step(step)} <Cites model={model} claimIds={step.claimIds} />
          </li>
        ))}
      </ol>
      <p class="hint">{card.stepsAdvice}</p>
    </>
  );
}

/** The days on which an operator's answer becomes another by a rule that is known today. */
export function DatedChanges({ model, assessment: { changesOn } }: OutlookProps) {
  const { card, verdictNames } = catalogueOf(model.language);
  return (
    <>
      {changesOn.map(({ on, verdict }) => (
        <p key={on}>{card.changesOn(formatDate(model.language, on), verdictNames[verdict])}</p>
      ))}
    </>
  );
}
