import type { Assessment, OperatorAssessment } from '../../data/schema/assessment.ts';
import type { Dataset } from '../../data/schema/dataset.ts';
import type { DeviceModel } from '../../data/schema/device.ts';
import type { Household } from '../../data/schema/household.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { createDescribe, type Describe } from '../i18n/describe.ts';
import { createNames, type Names } from '../i18n/names.ts';
import { createCardModel } from '../ui/card/card-model.ts';
import { CostText } from '../ui/card/cost-text.tsx';
import { StepList } from '../ui/card/next-steps.tsx';
import { RestrictionList } from '../ui/card/restriction-list.tsx';
import { VerdictMark } from '../ui/verdict-icon.tsx';

/** Operators that stand side by side; the others are named below. */
const SIDE_BY_SIDE = 4;

function OperatorColumn(props: {
  operator: OperatorAssessment;
  names: Names;
  describe: Describe;
  language: Language;
}) {
  const { operator, names, describe, language } = props;
  const { card, operatorVerdict, axes } = catalogueOf(language);
  const blocking = operator.axes.filter((axis) => axis.value === 'no' || axis.value === 'unknown');
  return (
    <article class="op pad">
      <h4>{names.operator(operator.operatorId)}</h4>
      <p>
        <VerdictMark verdict={operator.verdict} /> {operatorVerdict[operator.verdict]}
      </p>
      {operator.planId !== undefined && (
        <p>
          {card.plan}: {names.plan(operator.planId)}
        </p>
      )}
      {blocking.length > 0 ? (
        <ul>
          {blocking.map((axis) => (
            <li key={axis.axis}>
              {axes[axis.axis].name}: {describe.reason(axis.reason)}
            </li>
          ))}
        </ul>
      ) : (
        <ul>
          {describe.conditions(operator.conditions).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {operator.changes.map((set) => (
        <div key={JSON.stringify(set)}>
          <p class="lead">{card.changes}</p>
          <ul>
            {set.changes.map((change) => (
              <li key={JSON.stringify(change)}>{describe.change(change)}</li>
            ))}
          </ul>
          <p>{card.changesTo(catalogueOf(language).verdictNames[set.verdict])}</p>
        </div>
      ))}
      {operator.cost !== undefined && <CostText cost={operator.cost} language={language} />}
    </article>
  );
}

/** The answer for the household: verdict, operators side by side, restrictions, steps. */
export function CheckResult(props: {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  language: Language;
  household: Household;
  assessment: Assessment;
}) {
  const { dataset, devices, language, household, assessment } = props;
  const { check, card: words, verdictNames } = catalogueOf(language);
  const names = createNames({ dataset, devices, household }, language);
  const describe = createDescribe(names, language);
  const card = createCardModel({ dataset, assessment, language, household });
  if (card === undefined) return null;
  // The claims themselves stand on the pages of the region and of the operators.
  const model = { ...card, describe, citations: { list: [], numbersOf: () => [] } };
  const absent = new Set(card.absent.map(({ id }) => id));
  const present = assessment.operators.filter(({ operatorId }) => !absent.has(operatorId));
  const first = present.slice(0, SIDE_BY_SIDE);
  const others = present.slice(SIDE_BY_SIDE);
  return (
    <>
      <p class="over">{check.resultFor(model.region.name[language])}</p>
      <p class="verdict" data-verdict={assessment.verdict}>
        <VerdictMark verdict={assessment.verdict} />
        <strong>{model.sentence}</strong>
      </p>
      <h3>{check.bestOperators}</h3>
      <div class="cols">
        {first.map((operator) => (
          <OperatorColumn
            key={operator.operatorId}
            operator={operator}
            names={names}
            describe={describe}
            language={language}
          />
        ))}
      </div>
      {others.length > 0 && (
        <p class="hint">
          {check.otherOperators}:{' '}
          {others
            .map(
              (operator) =>
                `${names.operator(operator.operatorId)} (${verdictNames[operator.verdict]})`,
            )
            .join(', ')}
        </p>
      )}
      {assessment.steps.length > 0 && (
        <>
          <h3>{words.steps}</h3>
          <StepList model={model} steps={assessment.steps} />
        </>
      )}
      {assessment.restrictionIds.length > 0 && (
        <>
          <h3>{words.restrictions}</h3>
          <RestrictionList model={model} />
        </>
      )}
    </>
  );
}
