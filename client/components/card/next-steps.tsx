import type { OperatorAssessment } from '../../../data/core/schema/assessment.ts';
import type { ChangeSet, Step } from '../../../data/core/schema/outlook.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { colon, formatDate, sentenceGap } from '../../i18n/grammar/format.ts';
import type { CardModel } from './card-model.ts';
import { Cites } from './citations.tsx';

const KINDS: readonly Step['kind'][] = ['prepare', 'do', 'warn'];

/** Steps in the order of doing them, under their kinds; those that nobody told us are said to be advice. */
export function StepList({ model, steps }: { model: CardModel; steps: readonly Step[] }) {
  const { card, stepKinds } = catalogueOf(model.language);
  return (
    <>
      {KINDS.map((kind) => {
        const some = steps.filter((step) => step.kind === kind);
        if (some.length === 0) return null;
        return (
          <div key={kind}>
            <p class="lead">{stepKinds[kind]}</p>
            <ul>
              {some.map((step) => (
                <li key={JSON.stringify([step.code, step.operatorId, step.params])}>
                  {model.describe.step(step)}
                  <Cites model={model} claimIds={step.claimIds} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <p class="hint">{card.stepsAdvice}</p>
    </>
  );
}

/** Smallest sets of changes, each with the operator and the verdict it leads to. */
export function ChangeList({ model, sets }: { model: CardModel; sets: readonly ChangeSet[] }) {
  const { card, verdictNames } = catalogueOf(model.language);
  return (
    <ul>
      {sets.map((set) => (
        <li key={JSON.stringify(set)}>
          <b>{model.names.operator(set.operatorId)}</b>
          {colon(model.language)}
          {[
            ...set.changes.map((change) => model.describe.change(change)),
            card.changesTo(verdictNames[set.verdict]),
          ].join(sentenceGap(model.language))}
        </li>
      ))}
    </ul>
  );
}

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
