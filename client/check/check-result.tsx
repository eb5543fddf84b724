import type { Assessment } from '../../data/schema/assessment.ts';
import type { Dataset } from '../../data/schema/dataset.ts';
import type { DeviceModel } from '../../data/schema/device.ts';
import type { Household } from '../../data/schema/household.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { createDescribe } from '../i18n/describe.ts';
import { aside, colon, listComma } from '../i18n/format.ts';
import { createNames } from '../i18n/names.ts';
import { answerSentence } from '../ui/card/answer-sentence.ts';
import { AxisAnswer } from '../ui/card/axis-list.tsx';
import { type CardModel, createCardModel } from '../ui/card/card-model.ts';
import { createCitations } from '../ui/card/citations.ts';
import { EvidenceList } from '../ui/card/evidence-list.tsx';
import { ChangeList, StepList } from '../ui/card/next-steps.tsx';
import { OperatorNames } from '../ui/card/operator-names.tsx';
import { RestrictionList } from '../ui/card/restriction-list.tsx';
import { VerdictMark } from '../ui/verdict-icon.tsx';
import { DeviceSources } from './device-sources.tsx';
import { OperatorColumn } from './operator-column.tsx';

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
