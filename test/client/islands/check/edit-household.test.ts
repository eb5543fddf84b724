import { describe, expect, it } from 'vitest';
import {
  addLine,
  addMember,
  changeLine,
  moveHome,
  removeLine,
  removeMember,
  setPayer,
} from '../../../../client/islands/check/edit-household.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import { Household } from '../../../../data/core/schema/household.ts';

const start = defaultHousehold('RU-TA');

describe('a household under change', () => {
  it('stays valid whatever is added and removed', () => {
    let household = start;
    for (let round = 0; round < 30; round += 1) household = addMember(household);
    for (let round = 0; round < 30; round += 1) household = addLine(household, 'adult-1');
    expect(Household.safeParse(household).error).toBeUndefined();
    for (const member of household.members) household = removeMember(household, member.id);
    for (const line of household.lines) household = removeLine(household, line.id);
    expect(Household.safeParse(household).error).toBeUndefined();
    expect(household.lines.filter((line) => line.payer)).toHaveLength(1);
  });

  it('has one payer, also when the paying line goes', () => {
    const paid = setPayer(start, 'adult-2-phone');
    expect(paid.lines.filter((line) => line.payer).map(({ id }) => id)).toEqual(['adult-2-phone']);
    const left = removeLine(paid, 'adult-2-phone');
    expect(left.lines.filter((line) => line.payer)).toHaveLength(1);
  });

  it('forgets a holder who leaves', () => {
    const held = changeLine(start, 'teen-1-phone', { holderId: 'adult-2' });
    const left = removeMember(held, 'adult-2');
    expect(Household.safeParse(left).error).toBeUndefined();
  });
});

it('moves the lines of the family’s region with it, and no other', () => {
  const apart = changeLine(start, 'adult-2-phone', { contractRegionId: 'RU-SAM' });
  const regions = moveHome(apart, 'RU-MOW').lines.map((line) => line.contractRegionId);
  expect(regions).toEqual(['RU-MOW', 'RU-SAM', 'RU-MOW']);
});
