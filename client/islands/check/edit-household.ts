import {
  type Household,
  type Line,
  MAX_LINES,
  MAX_MEMBERS,
  type Member,
} from '../../../data/core/schema/household.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';
import { homeRegion, NO_REGION } from './household-address.ts';

export { changeLine } from '../../../data/core/eligibility/household.ts';

/** First id of the form `person-3` that nobody has. */
function freeId(prefix: string, taken: readonly { id: string }[]): string {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

/** A household with one more adult who has a phone of their own. */
export function addMember(household: Household): Household {
  if (household.members.length >= MAX_MEMBERS) return household;
  const id = freeId('person', household.members);
  const member: Member = { id, ageBand: 'adult', citizenship: 'russian', otherNumbers: 0 };
  return addLine({ ...household, members: [...household.members, member] }, id);
}

/** A household without a person and their lines; the last person stays. */
export function removeMember(household: Household, memberId: string): Household {
  if (household.members.length === 1) return household;
  const members = household.members.filter(({ id }) => id !== memberId);
  const lines = household.lines
    .filter((line) => line.memberId !== memberId)
    .map(({ holderId, ...line }) =>
      holderId === undefined || holderId === memberId ? line : { ...line, holderId },
    );
  const [first] = members;
  const kept = { ...household, members, lines };
  return withPayer(lines.length === 0 && first ? addLine(kept, first.id) : kept);
}

/** A household with one more phone line, in the payer's region. */
export function addLine(household: Household, memberId: string): Household {
  if (household.lines.length >= MAX_LINES) return household;
  const payer = household.lines.find((line) => line.payer) ?? household.lines[0];
  const line: Line = {
    id: freeId('line', household.lines),
    memberId,
    payer: false,
    contractRegionId: payer?.contractRegionId ?? NO_REGION,
    operatorId: 'any',
    deviceKind: 'phone',
    deviceModelId: 'unknown',
    deviceVariantId: 'unknown',
  };
  return withPayer({ ...household, lines: [...household.lines, line] });
}

/** A household without a line; the last one stays. */
export function removeLine(household: Household, lineId: string): Household {
  if (household.lines.length === 1) return household;
  return withPayer({ ...household, lines: household.lines.filter(({ id }) => id !== lineId) });
}

/** A household in which this line, and no other, pays. */
export function setPayer(household: Household, lineId: string): Household {
  return {
    ...household,
    lines: household.lines.map((line) => ({ ...line, payer: line.id === lineId })),
  };
}

/** A household that has its contracts in another region: all lines of the payer's former region move along. */
export function moveHome(household: Household, regionId: RegionId): Household {
  const former = homeRegion(household);
  return {
    ...household,
    lines: household.lines.map((line) =>
      line.contractRegionId === former ? { ...line, contractRegionId: regionId } : line,
    ),
  };
}

/** A household with one person changed. */
export function changeMember(
  household: Household,
  memberId: string,
  change: Partial<Member>,
): Household {
  return {
    ...household,
    members: household.members.map((member) =>
      member.id === memberId ? { ...member, ...change } : member,
    ),
  };
}

function withPayer(household: Household): Household {
  const [first] = household.lines;
  if (first === undefined || household.lines.some((line) => line.payer)) return household;
  return setPayer(household, first.id);
}
