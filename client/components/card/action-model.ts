import { isHouseholdAxis } from '../../../data/core/eligibility/axes/assess-axes.ts';
import { defaultHousehold } from '../../../data/core/eligibility/household.ts';
import type { Assessment } from '../../../data/core/schema/assessment.ts';
import type { Dataset, DatasetRegion } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { DeviceModel } from '../../../data/core/schema/device.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Support } from '../../../data/core/schema/support.ts';
import { type Verdict, verdictRank } from '../../../data/core/schema/verdict.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { createDescribe } from '../../i18n/grammar/describe.ts';
import { formatDate, formatDatePair, formatList } from '../../i18n/grammar/format.ts';
import { createNames } from '../../i18n/grammar/names.ts';
import { assessmentSupport, type LineGroup, lineGroupsOf, sharingOf } from './interim.ts';
import { type Offer, offerOf } from './offers.ts';
import { questionsFor } from './questions.ts';

/** Operators that a card names first; more would not leave room for a way to reach them. */
const MOST_OFFERS = 2;

/** What a card is made from. */
export interface ActionInput {
  dataset: Dataset;
  assessment: Assessment;
  language: Language;
  /** The default household where absent. */
  household?: Household;
  /** Names of the household's devices. */
  devices?: readonly DeviceModel[];
}

/** What a person can act on, decided once: card, check, frame, print sheet, message and badge draw the same of it. */
export interface ActionModel {
  language: Language;
  region: DatasetRegion;
  verdict: Verdict;
  support: Support;
  /** Value, what is shared and for how many numbers. */
  sentence: string;
  /** How well that is known for this region. */
  supportText: string;
  /** The day of the answer and that of the data, in one line. */
  dateText: string;
  /** What the sentence leaves out: parts of the household that differ, the other kind of sharing. */
  notes: string[];
  offers: Offer[];
  questions: string[];
  /** The questions as one message. */
  message: string;
}

const isPossible = (verdict: Verdict): verdict is 'partial' | 'yes' =>
  verdictRank(verdict) > verdictRank('unknown');

/** What the sentence says: which kind of sharing, how sure, for how many numbers. */
interface Headline {
  kind: 'bundle' | 'payer' | 'anyKind';
  verdict: Verdict;
  support: Support;
  count: number;
}

/** The best part of a household that has parts with different answers. */
function bestGroup(assessment: Assessment): LineGroup | undefined {
  return lineGroupsOf(assessment)
    .filter((group) => verdictRank(group.verdict) > verdictRank(assessment.verdict))
    .sort((a, b) => verdictRank(b.verdict) - verdictRank(a.verdict))[0];
}

/** Real sharing is named first; one who pays for separate bundles only where nothing is shared. */
function headlineOf(input: ActionInput, household: Household): Headline {
  const { assessment, dataset } = input;
  const { verdict } = assessment;
  const [sharing, support] = [sharingOf(assessment, dataset), assessmentSupport(assessment)];
  const count = household.lines.length;
  if (isPossible(sharing.bundle.verdict)) return { kind: 'bundle', ...sharing.bundle, count };
  if (isPossible(sharing.payer.verdict)) return { kind: 'payer', ...sharing.payer, count };
  const group = isPossible(verdict) ? undefined : bestGroup(assessment);
  const best = assessment.operators[0];
  const plan = dataset.operators
    .find(({ id }) => id === best?.operatorId)
    ?.plans.find(({ id }) => id === best?.planId);
  const kinds = { pooled: 'bundle', 'payer-funded': 'payer', unknown: 'anyKind' } as const;
  return {
    kind: kinds[plan?.model ?? 'unknown'],
    verdict: group?.verdict ?? verdict,
    support: group?.support ?? support,
    count: group?.lineIds.length ?? count,
  };
}

/** Why the answer is "no": what stands against the family with any operator, else that no operator fits. */
function obstacleOf(input: ActionInput): string {
  const { assessment, language } = input;
  const names = createNames(input, language);
  const against = assessment.operators[0]?.axes.find(
    ({ axis, value }) => isHouseholdAxis(axis) && value === 'no',
  );
  return against === undefined
    ? catalogueOf(language).action.noOperator
    : createDescribe(names, language).reason(against.reason);
}

function sentenceOf(headline: Headline, input: ActionInput): string {
  const { action } = catalogueOf(input.language);
  const { kind, verdict, support, count } = headline;
  if (isPossible(verdict)) return action[kind][verdict](count);
  if (verdict === 'no') return action.no(obstacleOf(input));
  return action.unknown[support === 'lead' ? 'lead' : 'none'];
}

/** Operators that offer the kind of sharing which the sentence does not speak of. */
function otherKind(headline: Headline, { assessment, dataset, language }: ActionInput): string[] {
  const { action } = catalogueOf(language);
  if (headline.kind !== 'bundle' || !isPossible(sharingOf(assessment, dataset).payer.verdict))
    return [];
  const operators = assessment.operators.flatMap(({ operatorId, plans }) => {
    const operator = dataset.operators.find(({ id }) => id === operatorId);
    const pays = plans.some(
      ({ planId, verdict }) =>
        isPossible(verdict) &&
        operator?.plans.find(({ id }) => id === planId)?.model === 'payer-funded',
    );
    return pays && operator !== undefined ? [operator.brand[language]] : [];
  });
  return operators.length === 0
    ? []
    : [action.otherKind.payer(formatList(language, operators, 'disjunction'))];
}

/** Answers of the parts of a household, where they differ. */
function groupNotes({ assessment, language }: ActionInput): string[] {
  const { action, things } = catalogueOf(language);
  const lineGroups = lineGroupsOf(assessment);
  const differ = new Set(lineGroups.map(({ verdict }) => verdict)).size > 1;
  if (!differ) return [];
  return lineGroups.map(({ kind, lineIds, verdict }) =>
    action.group[verdict](action.groupOf(things.deviceKind[kind], lineIds.length)),
  );
}

/** The day of the answer and that of the data; one where they are the same. */
function dateLine(asOf: IsoDate, checkedOn: IsoDate, language: Language): string {
  const { action } = catalogueOf(language);
  return asOf === checkedOn
    ? action.dateSame(formatDate(language, asOf))
    : action.date(...formatDatePair(language, asOf, checkedOn));
}

/** Decides what a person reads, whom they can reach and what they ask; `undefined` for a region that is not mapped. */
export function createActionModel(input: ActionInput): ActionModel | undefined {
  const { dataset, assessment, language } = input;
  const region = dataset.regions.find(({ id }) => id === assessment.regionId);
  if (region === undefined) return undefined;
  const { action } = catalogueOf(language);
  const household = input.household ?? defaultHousehold(region.id);
  const headline = headlineOf(input, household);
  const fitting = assessment.operators.filter(({ verdict }) => verdict !== 'no');
  const offers = (fitting.length > 0 ? fitting : assessment.operators)
    .slice(0, MOST_OFFERS)
    .flatMap((each) => {
      const operator = dataset.operators.find(({ id }) => id === each.operatorId);
      return operator === undefined ? [] : [offerOf(operator, each, region.id, input)];
    });
  const name = region.name[language];
  const [first] = offers;
  const questions = questionsFor({
    language,
    regionName: name,
    assessment: first?.assessment,
    plan: first?.plan,
    household,
    hasPrice: first?.hasPrice ?? false,
  });
  return {
    language,
    region,
    verdict: headline.verdict,
    support: headline.support,
    sentence: sentenceOf(headline, input),
    supportText: action.support[headline.support],
    dateText: dateLine(assessment.asOf, dataset.checkedOn, language),
    notes: [...groupNotes(input), ...otherKind(headline, input)],
    offers,
    questions,
    message: [
      action.message(name),
      ...questions.map((text, index) => `${index + 1}. ${text}`),
    ].join('\n'),
  };
}
