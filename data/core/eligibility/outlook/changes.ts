import type { Household, Line, Member } from '../../schema/household.ts';
import type { Change } from '../../schema/outlook.ts';
import {
  AXIS_RECORDS,
  type Axis,
  type Subject,
  type Verdict,
  verdictRank,
} from '../../schema/verdict.ts';
import type { HouseholdContext } from '../axes/axis-context.ts';
import { heldNumbers, numbersOver } from '../axes/household-axes.ts';
import type { OperatorOutcome } from '../evaluator.ts';
import { changeLine, contractRegions, holderOf, payerLine } from '../household.ts';

/** The household after a change. Lines and members that the change does not name stay as they are. */
function applyChange(household: Household, change: Change): Household {
  switch (change.code) {
    case 'switch-operator': {
      const { lineIds, operatorId } = change.params;
      return mapLines(household, (line) =>
        lineIds.includes(line.id) ? { ...line, operatorId } : line,
      );
    }
    case 'move-line-to-region': {
      const { lineId, regionId } = change.params;
      return changeLine(household, lineId, { contractRegionId: regionId });
    }
    case 'free-numbers': {
      const { memberId, count } = change.params;
      return mapMembers(household, (member) =>
        member.id === memberId
          ? { ...member, otherNumbers: Math.max(0, member.otherNumbers - count) }
          : member,
      );
    }
    case 'replace-device':
      return changeLine(household, change.params.lineId, {
        deviceModelId: 'unknown',
        deviceVariantId: 'unknown',
      });
    case 'change-holder':
      return changeLine(household, change.params.lineId, { holderId: change.params.memberId });
    case 'sign-in-person':
      return { ...household, signing: 'in-person' };
    case 'remove-line':
      return {
        ...household,
        lines: household.lines.filter((line) => line.id !== change.params.lineId),
      };
  }
}

/** The household after several changes, one after the other. */
export function applyChanges(household: Household, changes: readonly Change[]): Household {
  return changes.reduce(applyChange, household);
}

function mapLines(household: Household, map: (line: Line) => Line): Household {
  return { ...household, lines: household.lines.map(map) };
}

function mapMembers(household: Household, map: (member: Member) => Member): Household {
  return { ...household, members: household.members.map(map) };
}

/** For each holder with too many numbers for a verdict: to give up as many, of those besides the household's lines. */
export function numbersToFree(context: HouseholdContext, target: Verdict): Change[] {
  return heldNumbers(context).flatMap((numbers) => {
    const { id: memberId, otherNumbers } = numbers.holder;
    const count = Math.min(numbersOver(numbers, target), otherNumbers);
    return count > 0 ? [{ code: 'free-numbers' as const, params: { memberId, count } }] : [];
  });
}

/** Candidates of one kind that are tried: a family of this size is helped, a crowd is not worth the search. */
const MOST_OF_A_KIND = 8;

/** What each kind of change touches of a household; `undefined`: all, as the lines themselves change. */
const TOUCHES: Readonly<Record<Change['code'], readonly Subject[] | undefined>> = {
  'switch-operator': ['operator'],
  'move-line-to-region': ['region'],
  'free-numbers': ['numbers'],
  'replace-device': ['device'],
  'change-holder': ['holder'],
  'sign-in-person': ['signing'],
  'remove-line': undefined,
};

/** Whether a change can change an axis. Leaving one out would make the search miss a smaller set. */
export function touches({ code }: Pick<Change, 'code'>, axis: Axis): boolean {
  const touched = TOUCHES[code];
  const subjects: readonly Subject[] = AXIS_RECORDS.find(({ id }) => id === axis)?.subjects ?? [];
  return touched === undefined || subjects.some((subject) => touched.includes(subject));
}

/** Axes that fall short of a verdict with one plan of the operator. */
export function shortfalls(outcome: OperatorOutcome, target: Verdict): Axis[][] {
  return outcome.wanted.map((plan) =>
    plan.axes
      .filter((axis) => verdictRank(axis.value) < verdictRank(target))
      .map((axis) => axis.axis),
  );
}

/** Changes that touch an axis that falls short, the least burdensome first; each at most once. */
export function candidateChanges(
  context: HouseholdContext,
  outcome: OperatorOutcome,
  target: Verdict,
): Change[] {
  const { household } = context;
  const short = new Set(shortfalls(outcome, target).flat());
  const candidates: Change[] = [
    ...(short.has('sharedPlan') ? switchOperator(household, outcome) : []),
    ...(short.has('customer') && household.signing === 'remote'
      ? [{ code: 'sign-in-person' as const, params: {} }]
      : []),
    ...(short.has('numberCap') ? numbersToFree(context, target).slice(0, MOST_OF_A_KIND) : []),
    ...(short.has('device') ? replaceDevices(household) : []),
    ...(contractRegions(household.lines).length > 1 ? moveLines(household) : []),
    ...changeHolders(household, short, overCapIds(context, target)),
    ...removeLines(household),
  ];
  return candidates.filter((change) => [...short].some((axis) => touches(change, axis)));
}

function switchOperator(household: Household, { operator }: OperatorOutcome): Change[] {
  const operatorId = operator.operator.id;
  const lineIds = household.lines
    .filter((line) => line.operatorId !== 'any' && line.operatorId !== operatorId)
    .map((line) => line.id);
  return lineIds.length === 0 ? [] : [{ code: 'switch-operator', params: { operatorId, lineIds } }];
}

function replaceDevices(household: Household): Change[] {
  return household.lines
    .filter((line) => line.deviceModelId !== 'unknown')
    .slice(0, MOST_OF_A_KIND)
    .map((line) => ({ code: 'replace-device', params: { lineId: line.id } }));
}

/** Each line to each other region of the household, the payer's region first. */
function moveLines(household: Household): Change[] {
  const home = payerLine(household)?.contractRegionId;
  const regionIds = contractRegions(household.lines).sort(
    (a, b) => Number(b === home) - Number(a === home),
  );
  return regionIds
    .flatMap((regionId) =>
      household.lines
        .filter((line) => line.contractRegionId !== regionId)
        .map((line) => ({
          code: 'move-line-to-region' as const,
          params: { lineId: line.id, regionId },
        })),
    )
    .slice(0, MOST_OF_A_KIND);
}

/** Ids of the holders who have too many numbers for a verdict. */
function overCapIds(context: HouseholdContext, target: Verdict): ReadonlySet<string> {
  const over = heldNumbers(context).filter((numbers) => numbersOver(numbers, target) > 0);
  return new Set(over.map(({ holder }) => holder.id));
}

/** To each adult the lines whose present holder cannot sign freely or holds too many. */
function changeHolders(
  household: Household,
  short: ReadonlySet<Axis>,
  overCap: ReadonlySet<string>,
): Change[] {
  const isHard = (line: Line) => {
    const holder = holderOf(household, line);
    if (holder !== undefined && overCap.has(holder.id)) return true;
    if (!short.has('customer')) return false;
    return (
      line.memberId !== holder?.id || holder.ageBand !== 'adult' || holder.citizenship === 'foreign'
    );
  };
  const adults = household.members.filter((member) => member.ageBand === 'adult');
  return household.lines
    .filter(isHard)
    .flatMap((line) =>
      adults
        .filter((adult) => holderOf(household, line) !== adult)
        .map((adult) => ({
          code: 'change-holder' as const,
          params: { lineId: line.id, memberId: adult.id },
        })),
    )
    .slice(0, MOST_OF_A_KIND);
}

/** Companion devices first, then the last named; the payer's line stays. */
function removeLines(household: Household): Change[] {
  const removable = household.lines.filter((line) => !line.payer).reverse();
  const isPhone = (line: Line) => Number(line.deviceKind === 'phone');
  return removable
    .sort((a, b) => isPhone(a) - isPhone(b))
    .slice(0, MOST_OF_A_KIND)
    .map((line) => ({ code: 'remove-line', params: { lineId: line.id } }));
}
