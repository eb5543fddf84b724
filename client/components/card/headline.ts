import type { Assessment, LineGroup } from '../../../data/core/schema/assessment.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { DeviceModel } from '../../../data/core/schema/device.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import {
  isHouseholdAxis,
  type Support,
  supportRank,
  type Verdict,
  verdictRank,
} from '../../../data/core/schema/verdict.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { createDescribe } from '../../i18n/grammar/describe.ts';
import { formatList } from '../../i18n/grammar/format.ts';
import { createNames } from '../../i18n/grammar/names.ts';

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

export const isPossible = (verdict: Verdict): verdict is 'partial' | 'yes' =>
  verdictRank(verdict) > verdictRank('unknown');

/** What the sentence says: which kind of sharing, how sure, for how many numbers. */
interface Headline {
  kind: 'bundle' | 'payer' | 'anyKind';
  verdict: Verdict;
  support: Support;
  /** How well the plan itself is known here; the weakest of all questions is `support`. */
  planSupport: Support;
  count: number;
  /** The operator that it is about first; absent where there is none. */
  operatorId: string | undefined;
  /** The parts of the household that it is about; empty where it is about all of it. */
  groups: readonly LineGroup[];
}

/**
 * The parts of a household that do better than the whole, and equally well: together they are the family that can share. A
 * single line shares with nobody, so it is no answer by itself. A part is asked of with those before it, by one operator's
 * plan, so what is said of each holds for all of them.
 */
function bestGroups({ lineGroups, verdict }: Assessment): readonly LineGroup[] {
  const best = Math.max(...lineGroups.map((group) => verdictRank(group.verdict)));
  if (best <= verdictRank(verdict)) return [];
  const groups = lineGroups.filter((group) => verdictRank(group.verdict) === best);
  return lineCount(groups) > 1 ? groups : [];
}

const lineCount = (groups: readonly LineGroup[]): number =>
  groups.reduce((count, { lineIds }) => count + lineIds.length, 0);

const weakest = (groups: readonly LineGroup[]): Support | undefined =>
  groups.map(({ support }) => support).sort((a, b) => supportRank(b) - supportRank(a))[0];

/** Real sharing is named first; one who pays for separate bundles only where nothing is shared. */
export function headlineOf(input: ActionInput, household: Household): Headline {
  const { assessment, dataset } = input;
  const { sharing, verdict, support } = assessment;
  const count = household.lines.length;
  for (const kind of ['bundle', 'payer'] as const) {
    const answer = sharing[kind];
    if (isPossible(answer.verdict)) {
      return { kind, ...answer, count, operatorId: answer.operatorIds[0], groups: [] };
    }
  }
  const groups = isPossible(verdict) ? [] : bestGroups(assessment);
  const best = assessment.operators[0];
  const plan = dataset.operators
    .find(({ id }) => id === best?.operatorId)
    ?.plans.find(({ id }) => id === best?.planId);
  const kinds = { pooled: 'bundle', 'payer-funded': 'payer', unknown: 'anyKind' } as const;
  return {
    kind: kinds[plan?.model ?? 'unknown'],
    verdict: groups[0]?.verdict ?? verdict,
    support: weakest(groups) ?? support,
    planSupport: best?.planSupport ?? 'none',
    count: groups.length > 0 ? lineCount(groups) : count,
    operatorId: best?.operatorId,
    groups,
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

/** What the plan behind the headline shares, and whether that is more than a lead. */
function sharedBy({ operatorId }: Headline, input: ActionInput): [what: string, isClear: boolean] {
  const { assessment, dataset, language } = input;
  const { card } = catalogueOf(language);
  const assessed = assessment.operators.find((each) => each.operatorId === operatorId);
  const operator = dataset.operators.find(({ id }) => id === operatorId);
  const plan = operator?.plans.find(({ id }) => id === assessed?.sharing.bundle.planId);
  const shares = plan?.shares ?? [];
  const isClear =
    shares.length > 0 &&
    assessed?.conditions.every(({ code }) => code !== 'ask-what-is-shared') === true;
  return [
    formatList(
      language,
      shares.map((share) => card.shared[share]),
    ),
    isClear,
  ];
}

export function sentenceOf(headline: Headline, input: ActionInput): string {
  const { action } = catalogueOf(input.language);
  const { kind, verdict, support, count, groups } = headline;
  if (isPossible(verdict) && count === 1) return action.alone[verdict];
  if (isPossible(verdict)) {
    const sentence =
      kind === 'bundle'
        ? action.bundle[verdict](count, ...sharedBy(headline, input))
        : action[kind][verdict](count);
    if (groups.length === 0) return sentence;
    const names = groups.map((group, index) => {
      const name = groupName(group, input);
      return index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1);
    });
    return action.forGroups(formatList(input.language, names), sentence);
  }
  if (verdict === 'no') return action.no(obstacleOf(input));
  return action.unknown[support === 'lead' ? 'lead' : 'none'];
}

/**
 * How well an answer is known, in words: the weakest question decides; where the plan itself is known better, that is said with
 * it, as the map shows it. `names`: words for a support, those of the card unless others are given.
 */
export function supportInWords(
  { verdict, support, planSupport }: Pick<Headline, 'verdict' | 'support' | 'planSupport'>,
  language: Language,
  names: Readonly<Record<Support, string>> = catalogueOf(language).action.support,
): string {
  // What stands against a household may be the law: no operator says that.
  if (verdict === 'no' && support === 'stated') return catalogueOf(language).supportNames.stated;
  const isKnownHere = planSupport === 'stated' || planSupport === 'reported';
  return isPossible(verdict) && support === 'countrywide' && isKnownHere
    ? catalogueOf(language).action.planKnownHere[planSupport]
    : names[support];
}

/** Operators that offer the kind of sharing which the sentence does not speak of. */
export function otherKind(
  headline: Headline,
  { assessment, dataset, language }: ActionInput,
): string[] {
  const { action } = catalogueOf(language);
  const { verdict, operatorIds } = assessment.sharing.payer;
  if (headline.kind !== 'bundle' || headline.count === 1 || !isPossible(verdict)) return [];
  const names = dataset.operators
    .filter(({ id }) => operatorIds.includes(id))
    .map(({ brand }) => brand[language]);
  return names.length === 0
    ? []
    : [action.otherKind.payer(formatList(language, names, 'disjunction'))];
}

function groupName({ kind, lineIds }: LineGroup, { language }: ActionInput): string {
  const [one, several] = catalogueOf(language).labels.lineGroup[kind];
  return lineIds.length === 1 ? one : several;
}

/** Answers of the parts of a household that the sentence does not speak of, where they differ. */
export function groupNotes(headline: Headline, input: ActionInput): string[] {
  const { action } = catalogueOf(input.language);
  const { lineGroups } = input.assessment;
  const differ = new Set(lineGroups.map(({ verdict }) => verdict)).size > 1;
  return differ
    ? lineGroups
        .filter((group) => !headline.groups.includes(group))
        .map((group) => action.group[group.verdict](groupName(group, input)))
    : [];
}
