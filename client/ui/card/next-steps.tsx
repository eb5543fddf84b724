import type { ChangeSet } from '../../../data/schema/change-set.ts';
import type { Step } from '../../../data/schema/step.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { colon, sentenceGap } from '../../i18n/format.ts';
import type { CardModel } from './card-model.ts';
import { Cites } from './cites.tsx';

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
