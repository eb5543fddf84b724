import { conditionKey } from '../../../data/core/eligibility/claims/combine.ts';
import type { Assessment } from '../../../data/core/schema/assessment.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { DeviceModel } from '../../../data/core/schema/device.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { answerSentence } from '../../components/card/answer-sentence.ts';
import { AxisAnswer, AxisList } from '../../components/card/axis-list.tsx';
import {
  type CardModel,
  createCardModel,
  type OperatorRow,
} from '../../components/card/card-model.ts';
import { createCitations, SourceLink } from '../../components/card/citations.tsx';
import { EvidenceList } from '../../components/card/evidence-list.tsx';
import {
  ChangeList,
  DatedChanges,
  OperatorSteps,
  StepList,
} from '../../components/card/next-steps.tsx';
import { OperatorNames } from '../../components/card/operators-part.tsx';
import { CostText, PlanTerms } from '../../components/card/plan-terms.tsx';
import { RestrictionList } from '../../components/card/restriction-list.tsx';
import { VerdictMark } from '../../components/verdict-icon.tsx';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { createDescribe } from '../../i18n/grammar/describe.ts';
import { aside, colon, formatDate, listComma } from '../../i18n/grammar/format.ts';
import { createNames, deviceName } from '../../i18n/grammar/names.ts';

/** Where it is known from whether the named models have eSIM: no claim of an operator says so. */
export function DeviceSources(props: {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  language: Language;
  household: Household;
}) {
  const { dataset, devices, language, household } = props;
  const { evidence } = catalogueOf(language);
  const named = new Set(household.lines.map((line) => line.deviceModelId));
  const models = devices.filter(({ id, sourceIds }) => named.has(id) && sourceIds.length > 0);
  if (models.length === 0) return null;
  return (
    <ul class="ev">
      {models.map((model) => (
        <li key={model.id}>
          {deviceName(model)}
          {dataset.sources
            .filter(({ id }) => model.sourceIds.includes(id))
            .map((source) => (
              <small key={source.id}>
                <SourceLink source={source} language={language} />
                {evidence.confidence[source.confidence]} ·{' '}
                {source.observedOn === undefined
                  ? evidence.freshness.undated
                  : evidence.observed(formatDate(language, source.observedOn))}
              </small>
            ))}
        </li>
      ))}
    </ul>
  );
}

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

/** Operators that stand side by side; the others are named below. */
const SIDE_BY_SIDE = 4;

/** What holds for the family with every operator: who signs, how many numbers, which devices. */
function FamilyPart({ model }: { model: CardModel }) {
  const { check, axes } = catalogueOf(model.language);
  return (
    <>
      <h3>{check.family}</h3>
      <ul class="plain">
        {model.familyAxes.map((result) => (
          <li key={result.axis}>
            <b>{axes[result.axis].name}</b>
            {colon(model.language)}
            <AxisAnswer model={model} result={result} />
            {result.conditions.length > 0 && (
              <ul>
                {model.describe.conditions(result.conditions).map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The answer for the household: verdict, the family, operators side by side, steps, restrictions, and what it rests on. */
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
  const shown = [...card.rows, ...card.refused].sort(
    (a, b) => Number(b.plan !== undefined) - Number(a.plan !== undefined),
  );
  const first = shown.slice(0, SIDE_BY_SIDE);
  const others = shown.slice(SIDE_BY_SIDE);
  const citations = createCitations(dataset, {
    ...assessment,
    operators: first.map((row) => row.assessment),
  });
  const model = { ...card, names, describe, citations };
  return (
    <>
      <p class="over">{check.resultFor(model.region.name[language])}</p>
      <p class="verdict" data-verdict={assessment.verdict}>
        <VerdictMark verdict={assessment.verdict} />
        <strong>{answerSentence(model)}</strong>
      </p>
      {assessment.changes.length > 0 && (
        <>
          <h3>{check.wayOut}</h3>
          <ChangeList model={model} sets={assessment.changes} />
          {model.familyAxes.some(({ axis, value }) => axis === 'device' && value === 'no') && (
            <p class="hint">{check.plastic}</p>
          )}
        </>
      )}
      <FamilyPart model={model} />
      <h3>{check.bestOperators}</h3>
      <div class="cols">
        {first.map((row) => (
          <OperatorColumn key={row.operator.id} model={model} row={row} />
        ))}
      </div>
      {others.length > 0 && (
        <p class="hint">
          {check.otherOperators}
          {colon(language)}
          {others
            .map(
              ({ operator, assessment: each }) =>
                operator.brand[language] + aside(language, verdictNames[each.verdict]),
            )
            .join(listComma(language))}
        </p>
      )}
      <OperatorNames title={words.silent} operators={card.silent} language={language} />
      <OperatorNames title={words.absent} operators={card.absent} language={language} />
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
      <h3>{words.evidence}</h3>
      <DeviceSources
        dataset={dataset}
        devices={devices}
        language={language}
        household={household}
      />
      <EvidenceList
        // Drawn afresh with other claims: a link back to a number must not stay on the claim that takes its place.
        key={citations.list.map(({ claim }) => claim.id).join()}
        citations={citations.list}
        language={language}
        asOf={assessment.asOf}
        names={names}
      />
    </>
  );
}
