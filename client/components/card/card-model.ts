import { conditionKey } from '../../../data/core/eligibility/claims/combine.ts';
import { isOutsideMap } from '../../../data/core/eligibility/operators.ts';
import type {
  Assessment,
  AxisResult,
  OperatorAssessment,
} from '../../../data/core/schema/assessment.ts';
import type { OpenQuestion } from '../../../data/core/schema/claim.ts';
import type { Condition } from '../../../data/core/schema/condition.ts';
import type { Dataset, DatasetOperator, DatasetRegion } from '../../../data/core/schema/dataset.ts';
import type { LocalException } from '../../../data/core/schema/operator.ts';
import type { Plan } from '../../../data/core/schema/plan.ts';
import { isHouseholdAxis } from '../../../data/core/schema/verdict.ts';
import { createDescribe, type Describe } from '../../i18n/grammar/describe.ts';
import { createNames, type Names } from '../../i18n/grammar/names.ts';
import { type ActionModel, createActionModel } from './action-model.ts';
import { type Citations, createCitations } from './citations.tsx';
import type { ActionInput } from './headline.ts';

/** What a card is drawn from. */
interface CardInput extends ActionInput {
  /** Operators told in full where a page has not room for all; the others get a line that leads to their own page. */
  mostInFull?: number;
}

/** One operator's row. */
export interface OperatorRow {
  operator: DatasetOperator;
  assessment: OperatorAssessment;
  plan?: Plan;
  /** Axes that speak of this operator. */
  axes: AxisResult[];
  /** Conditions that are not already among those of all the best operators. */
  ownConditions: Condition[];
}

/** A card's contents, decided; the components only draw it. */
export interface CardModel extends CardInput {
  region: DatasetRegion;
  /** What a person reads first and can act on. */
  action: ActionModel;
  /** Conditions that every operator reaching the verdict has. */
  conditions: Condition[];
  /** Operators whose answer is not "no", best first. */
  rows: OperatorRow[];
  /** Operators with numbers here that do not fit. */
  refused: OperatorRow[];
  /** Operators that a line must do for, with and without an answer. */
  briefly: OperatorRow[];
  /** Virtual operators of which no shared plan is known: named only, their own pages say more. */
  silent: DatasetOperator[];
  /** Operators that hold no numbers of the region: named only. */
  absent: DatasetOperator[];
  /** Terms that differ in a part of the region or in all of it. */
  exceptions: { operator: DatasetOperator; place: LocalException }[];
  /** Axes that are about the family, the same for every operator. */
  familyAxes: AxisResult[];
  openQuestions: OpenQuestion[];
  citations: Citations;
  names: Names;
  describe: Describe;
}

function commonConditions(best: readonly OperatorAssessment[]): Condition[] {
  const [first, ...others] = best;
  const has = (operator: OperatorAssessment, condition: Condition) =>
    operator.conditions.some((candidate) => conditionKey(candidate) === conditionKey(condition));
  return (first?.conditions ?? []).filter((condition) =>
    others.every((operator) => has(operator, condition)),
  );
}

function openQuestionsOf(dataset: Dataset, assessment: Assessment): OpenQuestion[] {
  const ids = new Set(
    assessment.operators.flatMap((operator) =>
      operator.axes.flatMap((axis) => axis.openQuestionIds),
    ),
  );
  const owners = [...dataset.operators, ...dataset.laws, ...dataset.background];
  return owners.flatMap((owner) => owner.openQuestions).filter((question) => ids.has(question.id));
}

/** An assessment with the claims that decided it: where there is no room, the others stand on the operator's page. */
function withDeciding(assessment: OperatorAssessment): OperatorAssessment {
  const axes = assessment.axes.map((result) => ({
    ...result,
    evidence: result.evidence.filter(({ role }) => role === 'decisive'),
  }));
  return { ...assessment, axes };
}

/** Decides what a card says. `undefined` when the dataset has no such region. */
export function createCardModel(input: CardInput): CardModel | undefined {
  const { dataset, assessment, language } = input;
  const action = createActionModel(input);
  if (action === undefined) return undefined;
  const { region } = action;
  const names = createNames(input, language);
  const best = assessment.operators.filter((each) => each.verdict === assessment.verdict);
  const conditions = commonConditions(best);
  const shared = new Set(conditions.map(conditionKey));
  const rows = assessment.operators.flatMap((each): OperatorRow[] => {
    const operator = dataset.operators.find((candidate) => candidate.id === each.operatorId);
    if (operator === undefined) return [];
    const plan = operator.plans.find((candidate) => candidate.id === each.planId);
    return [
      {
        operator,
        assessment: each,
        ...(plan === undefined ? {} : { plan }),
        axes: each.axes.filter((result) => !isHouseholdAxis(result.axis)),
        ownConditions: each.conditions.filter((condition) => !shared.has(conditionKey(condition))),
      },
    ];
  });
  const isAbsent = ({ operator, assessment: each }: OperatorRow) =>
    each.verdict === 'no' && !dataset.numbering.counts[operator.id]?.[region.id];
  const isSilent = ({ operator, plan, assessment: each }: OperatorRow) =>
    each.verdict === 'unknown' && operator.kind === 'mvno' && plan === undefined;
  const present = rows.filter((row) => !isAbsent(row) && !isSilent(row));
  const full = present.slice(0, input.mostInFull);
  const shown = {
    ...assessment,
    operators: full.map((row) =>
      input.mostInFull === undefined ? row.assessment : withDeciding(row.assessment),
    ),
  };
  // Where there is no room the first claim of each statement stands for them; the operator's page has all.
  const mostEach = input.mostInFull === undefined ? undefined : 1;
  const exceptions = rows.flatMap(({ operator }) =>
    operator.localExceptions
      .filter((place) => place.regionId === region.id)
      .map((place) => ({ operator, place })),
  );
  return {
    ...input,
    region,
    action,
    conditions,
    rows: full.filter((row) => row.assessment.verdict !== 'no'),
    refused: full.filter((row) => row.assessment.verdict === 'no'),
    briefly: present.slice(full.length),
    silent: rows.filter(isSilent).map((row) => row.operator),
    absent: rows
      .filter((row) => isAbsent(row) && !isOutsideMap(dataset, row.operator.id))
      .map((row) => row.operator),
    exceptions,
    familyAxes: (assessment.operators[0]?.axes ?? []).filter((result) =>
      isHouseholdAxis(result.axis),
    ),
    openQuestions: openQuestionsOf(dataset, shown),
    citations: createCitations(
      dataset,
      shown,
      exceptions.flatMap(({ place }) => place.claimIds.slice(0, mostEach)),
      mostEach,
    ),
    names,
    describe: createDescribe(names, language),
  };
}
