import { isHouseholdAxis } from '../../../data/core/eligibility/axes/assess-axes.ts';
import { conditionKey } from '../../../data/core/eligibility/claims/combine.ts';
import type {
  Assessment,
  AxisResult,
  OperatorAssessment,
} from '../../../data/core/schema/assessment.ts';
import type { OpenQuestion } from '../../../data/core/schema/claim.ts';
import type { Condition } from '../../../data/core/schema/condition.ts';
import type { Dataset, DatasetOperator, DatasetRegion } from '../../../data/core/schema/dataset.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { LocalException } from '../../../data/core/schema/operator.ts';
import type { Plan } from '../../../data/core/schema/plan.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { createDescribe, type Describe } from '../../i18n/grammar/describe.ts';
import { aside, formatList } from '../../i18n/grammar/format.ts';
import { createNames, type Names } from '../../i18n/grammar/names.ts';
import { isOutsideMap } from '../outside-map.ts';
import { type Citations, createCitations } from './citations.tsx';

/**
 * The operators that reach the verdict, each with what their plan shares, since one bill for separate packages is not
 * one package: `МТС (платит один, пакеты раздельные) или Билайн (общий пакет)`.
 */
export function bestOperatorsText(
  { operators }: Dataset,
  assessment: Assessment,
  language: Language,
): string {
  const { planModel } = catalogueOf(language).card;
  const names = assessment.operators
    .filter(({ verdict }) => verdict === assessment.verdict)
    .flatMap(({ operatorId, planId }) => {
      const operator = operators.find(({ id }) => id === operatorId);
      if (operator === undefined) return [];
      const plan = operator.plans.find(({ id }) => id === planId);
      const name = operator.brand[language];
      return plan === undefined ? name : name + aside(language, planModel[plan.model]);
    });
  return formatList(language, names, 'disjunction');
}

/** What the card is drawn from. */
export interface CardInput {
  dataset: Dataset;
  assessment: Assessment;
  language: Language;
  /** Names lines and members; the default household's conditions never need them. */
  household?: Household;
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
  sentence: string;
  /** The operators that reach the verdict and what their plans share, as a list joined by "or". */
  bestOperators: string;
  /** Conditions that every operator reaching the verdict has. */
  conditions: Condition[];
  /** Operators whose answer is not "no", best first. */
  rows: OperatorRow[];
  /** Operators with numbers here that do not fit. */
  refused: OperatorRow[];
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

/** Decides what a card says. `undefined` when the dataset has no such region. */
export function createCardModel(input: CardInput): CardModel | undefined {
  const { dataset, assessment, language } = input;
  const region = dataset.regions.find((candidate) => candidate.id === assessment.regionId);
  if (region === undefined) return undefined;
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
  const shown = { ...assessment, operators: present.map((row) => row.assessment) };
  const exceptions = rows.flatMap(({ operator }) =>
    operator.localExceptions
      .filter((place) => place.regionId === region.id)
      .map((place) => ({ operator, place })),
  );
  const bestOperators = bestOperatorsText(dataset, assessment, language);
  return {
    ...input,
    region,
    sentence: catalogueOf(language).regionVerdict[assessment.verdict](bestOperators),
    bestOperators,
    conditions,
    rows: present.filter((row) => row.assessment.verdict !== 'no'),
    refused: present.filter((row) => row.assessment.verdict === 'no'),
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
      exceptions.flatMap(({ place }) => place.claimIds),
    ),
    names,
    describe: createDescribe(names, language),
  };
}
