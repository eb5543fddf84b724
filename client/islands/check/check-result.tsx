import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { conditionKey } from '../../../data/core/eligibility/claims/combine.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { DeviceModel } from '../../../data/core/schema/device.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { ActionCard } from '../../components/card/action-card.tsx';
import type { CardModel, OperatorRow } from '../../components/card/card-model.ts';
import { EvidenceList, SourceLink } from '../../components/card/citations.tsx';
import {
  ChangeList,
  DatedChanges,
  OperatorSteps,
  StepList,
} from '../../components/card/next-steps.tsx';
import {
  AxisAnswer,
  AxisList,
  glance,
  OperatorNames,
} from '../../components/card/operators-part.tsx';
import { CostText, PlanTerms } from '../../components/card/plan-terms.tsx';
import { RestrictionList } from '../../components/card/restriction-list.tsx';
import { VerdictMark } from '../../components/verdict-icon.tsx';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { colon, formatDate } from '../../i18n/grammar/format.ts';
import { deviceName } from '../../i18n/grammar/names.ts';

/** Where it is known from whether the named models have eSIM: no claim of an operator says so. */
function DeviceSources(props: {
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
export function OperatorAnswer({ model, row }: { model: CardModel; row: OperatorRow }) {
  const { describe, language, familyAxes } = model;
  const { card, verdictNames } = catalogueOf(language);
  const { planId, conditions, changes, cost } = row.assessment;
  const ofFamily = new Set(familyAxes.flatMap((axis) => axis.conditions.map(conditionKey)));
  const own = conditions.filter((condition) => !ofFamily.has(conditionKey(condition)));
  return (
    <>
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
    </>
  );
}

/** What holds for the family with every operator: who signs, how many numbers, which devices. */
function FamilyAnswer({ model }: { model: CardModel }) {
  const { axes } = catalogueOf(model.language);
  return (
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
  );
}

/** A part that is folded and drawn only once it is opened: the answer follows a key on a slow telephone. */
function Folded({ title, draw }: { title: ComponentChildren; draw(): ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="op" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && draw()}
    </details>
  );
}

function OperatorTitle({ model, row }: { model: CardModel; row: OperatorRow }) {
  const { verdictNames } = catalogueOf(model.language);
  const { operator, assessment } = row;
  return (
    <>
      <VerdictMark verdict={assessment.verdict} />
      <span>
        <b>{operator.brand[model.language]}</b> {verdictNames[assessment.verdict]}
        <small>{glance(model, row)}</small>
      </span>
    </>
  );
}

/** The answer for the household: the action card, what would change it, and all else folded. */
export function CheckResult(props: {
  model: CardModel;
  devices: readonly DeviceModel[];
  household: Household;
}) {
  const { model, devices, household } = props;
  const { dataset, assessment, language, citations } = model;
  const { check, card: words } = catalogueOf(language);
  return (
    <>
      <ActionCard model={model.action} />
      {assessment.changes.length > 0 && (
        <>
          <h3>{check.wayOut}</h3>
          <ChangeList model={model} sets={assessment.changes} />
          {model.familyAxes.some(({ axis, value }) => axis === 'device' && value === 'no') && (
            <p class="hint">{check.plastic}</p>
          )}
        </>
      )}
      <Folded title={check.family} draw={() => <FamilyAnswer model={model} />} />
      {assessment.steps.length > 0 && (
        <Folded
          title={words.steps}
          draw={() => <StepList model={model} steps={assessment.steps} />}
        />
      )}
      {assessment.restrictionIds.length > 0 && (
        <Folded title={words.restrictions} draw={() => <RestrictionList model={model} />} />
      )}
      <h3>{words.operators}</h3>
      {[...model.rows, ...model.refused].map((row) => (
        <Folded
          key={row.operator.id}
          title={<OperatorTitle model={model} row={row} />}
          draw={() => <OperatorAnswer model={model} row={row} />}
        />
      ))}
      <OperatorNames title={words.silent} operators={model.silent} language={language} />
      <OperatorNames title={words.absent} operators={model.absent} language={language} />
      {/* Not drawn late: numbers in the text lead here. */}
      <details class="op" key={citations.list.map(({ claim }) => claim.id).join()}>
        <summary>{words.evidence}</summary>
        <DeviceSources
          dataset={dataset}
          devices={devices}
          language={language}
          household={household}
        />
        <EvidenceList
          citations={citations.list}
          language={language}
          asOf={assessment.asOf}
          names={model.names}
        />
      </details>
    </>
  );
}
