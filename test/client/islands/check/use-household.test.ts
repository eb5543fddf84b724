import { describe, expect, it } from 'vitest';
import { presetHousehold, presetOf } from '../../../../client/islands/check/family-fields.tsx';
import { formatHousehold, homeRegion } from '../../../../client/islands/check/household-link.ts';
import {
  householdIn,
  isDamaged,
  isOfHousehold,
  startHousehold,
} from '../../../../client/islands/check/use-household.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';

const REGIONS = new Set(['RU-MOW', 'RU-TA']);
const family = presetHousehold('couple-with-watch', 'RU-TA');
const link = `#f=${formatHousehold(family)}`;
const nowhere = { hash: '', search: '', last: undefined };

/** `#h=` with base64url of JSON, as links were until the short form came. */
const oldLink = `#h=${Buffer.from(JSON.stringify(family)).toString('base64url')}`;

describe('the region that a check starts in', () => {
  it.each([
    ['the link', { ...nowhere, hash: '#region=RU-TA', search: '?region=RU-MOW' }, 'RU-TA'],
    ['the address', { ...nowhere, search: '?region=RU-TA', last: 'RU-MOW' }, 'RU-TA'],
    ['this device', { ...nowhere, last: 'RU-TA' }, 'RU-TA'],
    ['nobody: it is asked for', nowhere, ''],
    ['nobody, where the map has no such region', { ...nowhere, search: '?region=RU-XX' }, ''],
  ])('comes from %s', (_from, place, region) => {
    expect(homeRegion(startHousehold(place, REGIONS))).toBe(region);
  });
});

describe('the fragment of the address', () => {
  it.each([link, oldLink])('gives back the household that was put in: %s', (hash) => {
    expect(householdIn(hash, REGIONS)).toEqual(family);
    expect(startHousehold({ ...nowhere, hash, last: 'RU-MOW' }, REGIONS)).toEqual(family);
  });

  it.each([
    ['#h=%%%', true],
    ['#h=', true],
    ['#h=e30', true],
    ['#f=', true],
    [link.slice(0, -1), true],
    [oldLink.slice(0, 40), true],
    ['#region=RU-TA', false],
    ['', false],
    [link, false],
    [oldLink, false],
  ])('says of %j whether a household was lost: %s', (fragment, isLost) => {
    expect(isDamaged(fragment, REGIONS)).toBe(isLost);
  });

  it.each([
    ['', true],
    ['#region=RU-TA', true],
    ['#h=broken', true],
    ['#f=broken', true],
    ['#main', false],
    ['#result', false],
  ])('is told from a place on the page: %j, %s', (fragment, isOurs) => {
    expect(isOfHousehold(fragment)).toBe(isOurs);
  });

  it('does not take a region that the map does not have', () => {
    const elsewhere = `#f=${formatHousehold(defaultHousehold('RU-SPE'))}`;
    expect(householdIn(elsewhere, REGIONS)).toBeUndefined();
    expect(isDamaged(elsewhere, REGIONS)).toBe(true);
  });
});

describe('a preset', () => {
  it('shows as chosen until something is changed', () => {
    expect(presetOf(family)).toBe('couple-with-watch');
    const [first, ...others] = family.lines;
    if (first === undefined) throw new Error('a preset has lines');
    const changed = { ...family, lines: [{ ...first, operatorId: 'mts' }, ...others] };
    expect(presetOf(changed)).toBeUndefined();
  });
});
