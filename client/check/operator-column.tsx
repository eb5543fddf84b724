import { conditionKey } from '../../data/eligibility/conditions.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { AxisList } from '../ui/card/axis-list.tsx';
import type { CardModel, OperatorRow } from '../ui/card/card-model.ts';
import { CostText } from '../ui/card/cost-text.tsx';
import { DatedChanges, OperatorSteps } from '../ui/card/operator-outlook.tsx';
import { PlanTerms } from '../ui/card/plan-terms.tsx';
import { VerdictMark } from '../ui/verdict-icon.tsx';

/** One operator's answer: its plan, why, what it asks, what would change it, what it costs; each with its claims. */
export function OperatorColumn({ model, row }: { model: CardModel; row: OperatorRow }) {
  const { describe, language, familyAxes } = model;
  const { card, operatorVerdict, verdictNames } = catalogueOf(language);
  const { verdict, planId, conditions, changes, cost } = row.assessment;
  const ofFamily = new Set(familyAxes.flatMap((axis) => axis.conditions.map(conditionKey)));
  const own = conditions.filter((condition) => !ofFamily.has(conditionKey(condition)));
  return (
    <article class="op pad">
      <h4>{row.operator.brand[language]}</h4>
      <p>
        <VerdictMark verdict={verdict} /> {operatorVerdict[verdict]}
      </p>
      {row.plan !== undefined && <PlanTerms model={model} row={row} plan={row.plan} />}
      <p class="lead">{card.why}</p>
      <AxisList model={model} axes={row.axes} />
      {changes.map((set) => (
        <div key={JSON.stringify(set)}>
          <p class="lead">{card.changes}</p>
          <ul>
            {set.changes.map((change) => (
              <li key={JSON.stringify(change)}>{describe.change(change)}</li>
            ))}
          </ul>
          <p>{card.changesTo(verdictNames[set.verdict])}</p>
        </div>
      ))}
      {planId !== undefined && own.length > 0 && (
        <>
          <p class="lead">{card.conditions}</p>
          <ul>
            {describe.conditions(own).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <DatedChanges model={model} assessment={row.assessment} />
      {cost !== undefined && <CostText cost={cost} language={language} />}
      <OperatorSteps model={model} assessment={row.assessment} />
    </article>
  );
}
