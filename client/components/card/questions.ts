import type { OperatorAssessment } from '../../../data/core/schema/assessment.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Plan } from '../../../data/core/schema/plan.ts';
import type { Axis } from '../../../data/core/schema/verdict.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatList } from '../../i18n/grammar/format.ts';
import { planName } from '../../i18n/grammar/names.ts';

/** Longer lists are not asked at a counter. */
const MOST = 3;

/** What the questions of a card are made from: the operator that comes first and the household it is asked for. */
interface AskedFor {
  language: Language;
  /** In the page's language. */
  regionName: string;
  /** The operator whose open axes are asked about; absent where none is assessed. */
  assessment: OperatorAssessment | undefined;
  plan: Plan | undefined;
  household: Household;
  /** Whether a price of this region is known. */
  hasPrice: boolean;
}

/** Whether there is still something to ask about an axis. */
function isOpen(assessment: OperatorAssessment, axis: Axis): boolean {
  const result = assessment.axes.find((each) => each.axis === axis);
  if (result === undefined) return false;
  return result.value !== 'yes' || result.method === 'assumed' || result.conditions.length > 0;
}

/**
 * At most three questions in words that a clerk understands, from the axes that are still open: first whether there
 * is such a plan here, then what this family brings that others do not, then room, price and eSIM.
 */
export function questionsFor(asked: AskedFor): string[] {
  const { language, regionName, assessment, plan, household, hasPrice } = asked;
  const { ask } = catalogueOf(language).action;
  const { labels } = catalogueOf(language);
  if (assessment === undefined) return [ask.anyPlan];
  const open = (axis: Axis) => isOpen(assessment, axis);
  const count = household.lines.length;
  const companions = [
    ...new Set(
      household.lines.map(({ deviceKind }) => deviceKind).filter((kind) => kind !== 'phone'),
    ),
  ];
  const name = plan && planName(plan, language);
  const isElsewhere = household.lines.some(
    ({ operatorId }) => operatorId !== 'any' && operatorId !== assessment.operatorId,
  );
  const isSharingOpen =
    plan?.model === 'unknown' ||
    assessment.conditions.some(({ code }) => code === 'ask-what-is-shared');
  const questions: (string | false | undefined)[] = [
    name === undefined ? ask.anyPlan : open('sharedPlan') && ask.open(name, regionName),
    name !== undefined && isSharingOpen && ask.kind(name),
    companions.length > 0 &&
      open('companion') &&
      ask.companion(
        formatList(
          language,
          companions.map((kind) => labels.deviceKind[kind]),
        ),
      ),
    isElsewhere && ask.takeAlong,
    household.members.some(({ citizenship }) => citizenship === 'foreign') && ask.foreign,
    open('sameRegion') && ask.region,
    open('lineCount') ? (hasPrice ? ask.room(count) : ask.roomAndPrice(count)) : undefined,
    open('formFactor') && ask.formFactor,
    !open('lineCount') && !hasPrice && ask.price(count),
    household.members.some(({ ageBand }) => ageBand === 'under-14') && ask.child,
    open('esim') && ask.esim,
    name !== undefined && ask.limits,
  ];
  return questions.filter((each): each is string => typeof each === 'string').slice(0, MOST);
}
