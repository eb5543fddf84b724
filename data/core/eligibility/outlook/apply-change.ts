import type { Household, Line, Member } from '../../schema/household.ts';
import type { Change } from '../../schema/outlook.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { HouseholdContext } from '../axes/axis-context.ts';
import { heldNumbers, numbersOver } from '../axes/household-axes.ts';
import type { Trials } from './trials.ts';

/** A household with one line changed; the same where it has no such line. */
export function changeLine(household: Household, lineId: string, change: Partial<Line>): Household {
  return {
    ...household,
    lines: household.lines.map((line) => (line.id === lineId ? { ...line, ...change } : line)),
  };
}

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

/** The same changes with no more numbers given up than the other changes leave over. */
export function freeOnlyEnough(
  trials: Trials,
  changes: readonly Change[],
  target: Verdict,
): Change[] {
  return changes.map((change) => {
    if (change.code !== 'free-numbers') return change;
    const others = changes.filter((other) => other !== change);
    const needed = numbersToFree(trials.after(others).context, target).find(
      (other) => other.code === 'free-numbers' && other.params.memberId === change.params.memberId,
    );
    return needed ?? change;
  });
}
