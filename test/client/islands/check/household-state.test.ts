import { describe, expect, it } from 'vitest';
import {
  addLine,
  addMember,
  changeLine,
  fromFragment,
  isDamaged,
  isOfHousehold,
  moveLine,
  removeLine,
  removeMember,
  setPayer,
  toFragment,
} from '../../../../client/islands/check/household-state.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import { Household } from '../../../../data/core/schema/household.ts';

const REGIONS = new Set(['RU-MOW', 'RU-TA']);
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

describe('the fragment of the address', () => {
  it('gives back the household that was put in', () => {
    const household = addMember(changeLine(start, 'teen-1-phone', { deviceKind: 'watch' }));
    expect(fromFragment(toFragment(household), REGIONS)).toEqual(household);
  });

  it.each([
    ['#h=%%%', true],
    ['#h=', true],
    ['#region=RU-TA', false],
    ['', false],
    [toFragment(start), false],
    [toFragment(start).slice(0, 40), true],
  ])('says of %j whether a household was lost: %s', (fragment, isLost) => {
    expect(isDamaged(fragment, REGIONS)).toBe(isLost);
  });

  it.each([
    ['', true],
    ['#region=RU-TA', true],
    ['#h=broken', true],
    ['#main', false],
  ])('is told from a place on the page: %j, %s', (fragment, isOurs) => {
    expect(isOfHousehold(fragment)).toBe(isOurs);
  });

  it('moves the family with the payer, and any other line alone', () => {
    const regionsOf = ({ lines }: Household) => lines.map((line) => line.contractRegionId);
    const moscow = defaultHousehold('RU-MOW');
    const [payer, second] = moscow.lines;
    const kazan = moveLine(moscow, payer?.id ?? '', 'RU-TA');
    expect(regionsOf(kazan)).toEqual(['RU-TA', 'RU-TA', 'RU-TA']);
    const apart = moveLine(kazan, second?.id ?? '', 'RU-SAM');
    expect(regionsOf(apart)).toEqual(['RU-TA', 'RU-SAM', 'RU-TA']);
    const again = moveLine(apart, payer?.id ?? '', 'RU-MOW');
    expect(regionsOf(again)).toEqual(['RU-MOW', 'RU-SAM', 'RU-MOW']);
  });

  it('starts in a named region', () => {
    expect(fromFragment('#region=RU-TA', REGIONS)).toEqual(start);
  });

  it.each(['', '#', '#h=', '#h=%%%', '#h=bm90IGpzb24', '#region=RU-XXX', '#h=e30'])(
    'falls back to Moscow for %j',
    (fragment) => {
      expect(fromFragment(fragment, REGIONS)).toEqual(defaultHousehold('RU-MOW'));
    },
  );

  it('does not take a region that the map does not have', () => {
    const elsewhere = toFragment(defaultHousehold('RU-SPE'));
    expect(fromFragment(elsewhere, REGIONS)).toEqual(defaultHousehold('RU-MOW'));
  });
});
