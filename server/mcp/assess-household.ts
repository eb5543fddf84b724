import * as z from 'zod';
import {
  type AxisResult,
  type OperatorAssessment,
  REASON_CODES,
} from '../../data/core/schema/assessment.ts';
import { Condition } from '../../data/core/schema/condition.ts';
import { IsoDate } from '../../data/core/schema/dates.ts';
import { Household } from '../../data/core/schema/household.ts';
import { RegionId, Slug } from '../../data/core/schema/ids.ts';
import { Step } from '../../data/core/schema/outlook.ts';
import { Wish } from '../../data/core/schema/plan.ts';
import { Location } from '../../data/core/schema/region.ts';
import { Axis, Support, Verdict } from '../../data/core/schema/verdict.ts';
import { countParam } from '../api/query-params.ts';
import {
  assessHousehold,
  assessQuery,
  EligibilityQuery,
} from '../api/routes/eligibility-question.ts';
import { mayConclude } from '../meaning.ts';
import { badParameters } from '../middleware/problem.ts';
import type { Assessed, Service } from '../service.ts';
import { defineTool, type Tool } from './tool.ts';

/** Operators that are told of in full where nobody says how many. */
const DETAILED = 3;
const MOST_DETAILED = 30;

/** What may be asked of the API, but for how its answer is written. */
const Asked = z
  .strictObject(EligibilityQuery.shape)
  .omit({ receipt: true, release: true, trace: true });

/** A value, how well it is known, and what the two together license to say. */
const Told = z.strictObject({ verdict: Verdict, support: Support, mayConclude: z.string() });

const ToldAxis = z.strictObject({
  axis: Axis,
  value: Verdict,
  support: Support.optional(),
  reason: z.enum(REASON_CODES),
  /** Evidence for `cite_evidence`: what decided or agrees. */
  claimIds: z.array(Slug),
  /** Evidence that says otherwise and lost by the stated rule, and leads, which decide nothing. */
  otherClaimIds: z.array(Slug),
  /** Behind an `unknown`: what was looked for and not found. */
  openQuestions: z.array(z.string()),
});

const ToldOperator = Told.extend({
  operatorId: Slug,
  name: z.string(),
  planId: Slug.optional(),
  conditions: z.array(Condition),
  axes: z.array(ToldAxis),
  steps: z.array(Step),
});

const ToldAssessment = Told.extend({
  regionId: RegionId,
  regionName: z.string(),
  asOf: IsoDate,
  datasetHash: z.string(),
  /** Kind of sharing that was asked for. */
  wish: Wish,
  sharing: z.strictObject({ bundle: Told, payer: Told }),
  /** The best operators in full. */
  operators: z.array(ToldOperator),
  /** All others, best first. */
  otherOperators: z.array(Told.extend({ operatorId: Slug, name: z.string() })),
  steps: z.array(Step),
  /** Temporary states of the network: they stand beside the verdict and never change it. */
  restrictions: z.array(z.strictObject({ id: Slug, title: z.string(), claimIds: z.array(Slug) })),
  /** Where the point lies, if a point was asked for. */
  location: Location.optional(),
  /** Other candidate regions of a point near a border. */
  alternatives: z.array(Told.extend({ regionId: RegionId, regionName: z.string() })),
  /** Page for people with all sources. */
  page: z.string(),
});
type ToldAssessment = z.infer<typeof ToldAssessment>;

/** Assesses whether a family can share one plan with eSIMs in a region. */
export const ASSESS_HOUSEHOLD: Tool = defineTool({
  name: 'assess_household',
  title: 'Can this family share one mobile plan with eSIMs?',
  description:
    'The verdict for a region of the contract (`region`, or a point `lon`, `lat`) and the default family (two adults and a teenager with phones), a simple one in numbers, or a `household` of its own, whose lines name their regions. Each verdict comes with its support and with `mayConclude`: say no more than that. `unknown` is never "no". Nothing that is sent is stored.',
  input: Asked.extend({
    household: Household.optional().meta({
      description: 'People, lines and devices; instead of a region and of numbers',
    }),
    detailed: countParam(1, MOST_DETAILED)
      .default(DETAILED)
      .meta({ description: 'How many operators are told of in full' }),
  }),
  output: ToldAssessment,
  async answer({ household, lang = 'en', detailed, ...query }, context) {
    const { service, origin } = context;
    const { operator, asOf, sharing, ...place } = query;
    if (household !== undefined) {
      const given = Object.entries(place).filter(([, value]) => value !== undefined);
      if (given.length > 0) {
        throw badParameters(
          given.map(([parameter, value]) => ({
            parameter,
            value: String(value),
            detail:
              'expected either this or a household, which names its regions and people itself',
          })),
        );
      }
    }
    const { answers, location } =
      household === undefined
        ? await assessQuery(service, checkQuestion({ ...query, receipt: undefined }), context)
        : {
            answers: [
              await assessHousehold(service, household, { operator, asOf, sharing }, context),
            ] as const,
            location: undefined,
          };
    const [first, ...others] = answers;
    const data: ToldAssessment = {
      ...tellAssessment(service, first, detailed, origin),
      ...(location === undefined ? {} : { location }),
      alternatives: others.map(({ assessment }) => ({
        ...toldOf(assessment),
        regionId: assessment.regionId,
        regionName: regionName(service, assessment.regionId),
      })),
    };
    const border = data.alternatives.map(
      ({ regionId, regionName, verdict, support }) =>
        `Near a border: it may be ${regionName} (${regionId}) as well, where the answer is ${verdict} (${support}).`,
    );
    const text = [service.plainText(first, lang, origin), data.mayConclude, ...border].join('\n');
    return { text, data };
  },
});

/** What the API asks of a question beyond its single values: either a region or a whole point. */
function checkQuestion(query: unknown) {
  const parsed = EligibilityQuery.safeParse(query);
  if (parsed.success) return parsed.data;
  throw badParameters(
    parsed.error.issues.map(({ path, message }) => ({
      parameter: path.join('.'),
      detail: message,
    })),
  );
}

function tellAssessment(
  service: Service,
  { assessment }: Assessed,
  detailed: number,
  origin: string,
): Omit<ToldAssessment, 'location' | 'alternatives'> {
  const { regionId, asOf, datasetHash, wish, sharing, operators, steps } = assessment;
  return {
    ...toldOf(assessment),
    regionId,
    regionName: regionName(service, regionId),
    asOf,
    datasetHash,
    wish,
    sharing: { bundle: toldOf(sharing.bundle), payer: toldOf(sharing.payer) },
    operators: operators.slice(0, detailed).map((operator) => tellOperator(service, operator)),
    otherOperators: operators.slice(detailed).map((operator) => ({
      ...toldOf(operator),
      operatorId: operator.operatorId,
      name: operatorName(service, operator.operatorId),
    })),
    steps,
    restrictions: service.dataset.restrictions
      .filter(({ id }) => assessment.restrictionIds.includes(id))
      .map(({ id, title, claims }) => ({
        id,
        title: title.en,
        claimIds: claims.map((claim) => claim.id),
      })),
    page: `${origin}/en/regions/${regionId}`,
  };
}

function tellOperator(
  service: Service,
  assessed: OperatorAssessment,
): z.infer<typeof ToldOperator> {
  const { operatorId, planId, conditions, axes, steps } = assessed;
  return {
    ...toldOf(assessed),
    operatorId,
    name: operatorName(service, operatorId),
    ...(planId === undefined ? {} : { planId }),
    conditions,
    axes: axes.map((axis) => tellAxis(service, operatorId, axis)),
    steps,
  };
}

function tellAxis(
  service: Service,
  operatorId: string,
  { axis, value, support, reason, evidence, openQuestionIds }: AxisResult,
): z.infer<typeof ToldAxis> {
  const counts = (role: string) => role === 'decisive' || role === 'supporting';
  const questions = [
    ...(service.operatorById.get(operatorId)?.openQuestions ?? []),
    ...service.dataset.background.flatMap(({ openQuestions }) => openQuestions),
  ];
  return {
    axis,
    value,
    ...(support === undefined ? {} : { support }),
    reason: reason.code,
    claimIds: evidence.filter(({ role }) => counts(role)).map(({ claimId }) => claimId),
    otherClaimIds: evidence.filter(({ role }) => !counts(role)).map(({ claimId }) => claimId),
    openQuestions: questions
      .filter(({ id }) => openQuestionIds.includes(id))
      .map(({ question }) => question.en),
  };
}

function toldOf({ verdict, support }: { verdict: Verdict; support: Support }) {
  return { verdict, support, mayConclude: mayConclude(verdict, support) };
}

function regionName({ regionById }: Service, id: string): string {
  return regionById.get(id)?.name.en ?? id;
}

function operatorName({ operatorById }: Service, id: string): string {
  return operatorById.get(id)?.brand.en ?? id;
}
