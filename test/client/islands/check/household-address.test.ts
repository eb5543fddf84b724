import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PRESETS,
  presetHousehold,
  presetOf,
} from '../../../../client/islands/check/family-fields.tsx';
import {
  formatHousehold,
  homeRegion,
  householdIn,
  isDamaged,
  isOfHousehold,
  NO_REGION,
  parseHousehold,
  startHousehold,
} from '../../../../client/islands/check/household-address.ts';
import { defaultHousehold } from '../../../../data/core/eligibility/household.ts';
import { DEVICE_KINDS } from '../../../../data/core/schema/device.ts';
import {
  AGE_BANDS,
  type Household,
  MAX_OTHER_NUMBERS,
  SIGNING_CHANNELS,
} from '../../../../data/core/schema/household.ts';
import { CITIZENSHIPS } from '../../../../data/core/schema/law.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,3}$/);
const region = fc.constantFrom('RU-TA', 'RU-MOW', 'RU-SPE', NO_REGION);

/** Households as the form makes them: ids by position, each person with lines of their own. */
const households: fc.Arbitrary<Household> = fc
  .record({
    people: fc.array(
      fc.record({
        ageBand: fc.constantFrom(...AGE_BANDS),
        citizenship: fc.constantFrom(...CITIZENSHIPS),
        otherNumbers: fc.integer({ min: 0, max: MAX_OTHER_NUMBERS }),
        lines: fc.array(
          fc.record({
            contractRegionId: region,
            operatorId: fc.oneof(fc.constant('any'), slug),
            deviceKind: fc.constantFrom(...DEVICE_KINDS),
            deviceModelId: fc.oneof(fc.constant('unknown'), slug),
            deviceVariantId: fc.oneof(fc.constant('unknown'), slug),
          }),
          { minLength: 1, maxLength: 2 },
        ),
        holder: fc.option(fc.constant('person-1'), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    signing: fc.constantFrom(...SIGNING_CHANNELS),
    presentRegionId: fc.option(fc.constant('RU-SAM'), { nil: undefined }),
  })
  .map(({ people, signing, presentRegionId }) => {
    const lines = people.flatMap((person, index) =>
      person.lines.map((line) => ({
        ...line,
        memberId: `person-${index + 1}`,
        ...(person.holder === undefined ? {} : { holderId: person.holder }),
      })),
    );
    return {
      members: people.map(({ ageBand, citizenship, otherNumbers }, index) => ({
        id: `person-${index + 1}`,
        ageBand,
        citizenship,
        otherNumbers,
      })),
      lines: lines.map((line, index) => ({
        ...line,
        id: `line-${index + 1}`,
        payer: index === lines.length - 1,
      })),
      signing,
      ...(presentRegionId === undefined ? {} : { presentRegionId }),
    };
  });

describe('the short text of a household', () => {
  it('gives back the same household', () => {
    fc.assert(
      fc.property(households, (household) => {
        expect(parseHousehold(formatHousehold(household))).toEqual(household);
      }),
    );
  });

  it('needs no character that an address would escape, and ends in one that no messenger cuts off', () => {
    fc.assert(
      fc.property(households, (household) => {
        const text = formatHousehold(household);
        expect(new URL(`https://example.org/#f=${text}`).hash).toBe(`#f=${text}`);
        expect(new URLSearchParams(`f=${text}`).get('f')).toBe(text);
        expect(text).toMatch(/[a-z0-9]$/i);
      }),
    );
  });

  it('is under 200 characters for a usual family with named devices and operators', () => {
    const family = presetHousehold('three-generations', 'RU-TA');
    const named = family.lines.map((line) => ({
      ...line,
      operatorId: 'megafon',
      deviceModelId: 'apple-iphone-15-pro',
      deviceVariantId: 'a3104',
    }));
    const text = formatHousehold({ ...family, lines: named.slice(0, 4) });
    expect(`#f=${text}`.length).toBeLessThan(200);
    for (const preset of PRESETS) {
      expect(formatHousehold(presetHousehold(preset, 'RU-KHM')).length).toBeLessThan(40);
    }
  });

  it.each([
    '',
    '~',
    'TA',
    'TA~x.P',
    'TA~a.P~a.',
    'TA~a.p',
    'TA~a.P~a.P',
    'TA~a.Pq',
    'ta~a.P',
    'TA~a9999.P',
    "TA~a.P'7",
  ])('is refused where it is cut short or none: %j', (text) => {
    expect(parseHousehold(text)).toBeUndefined();
  });

  it('keeps a region open that nobody has chosen', () => {
    const household = presetHousehold('students', NO_REGION);
    expect(
      homeRegion(parseHousehold(formatHousehold(household)) ?? defaultHousehold('RU-TA')),
    ).toBe(NO_REGION);
  });
});

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
