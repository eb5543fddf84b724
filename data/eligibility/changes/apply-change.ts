import type { Change } from '../../schema/change.ts';
import type { Household, Line, Member } from '../../schema/household.ts';
import { changeLine } from './change-line.ts';

/** The household after a change. Lines and members that the change does not name stay as they are. */
export function applyChange(household: Household, change: Change): Household {
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
