import { describe, expect, it } from 'vitest';
import {
  borderDistanceKm,
  greatCircleKm,
  longitudeStep,
  widestBorderKm,
} from '../../../../data/core/geo/distance.ts';

describe('how near another region makes a point a border point', () => {
  it.each([
    ['RU-MOW', 'RU-MOS'],
    ['RU-MOS', 'RU-MOW'],
    ['RU-SPE', 'RU-LEN'],
    ['RU-LEN', 'RU-SPE'],
  ])('is 15 km from %s to %s, a city and the oblast around it, either way', (one, other) => {
    expect(borderDistanceKm(one, other)).toBe(15);
    expect(widestBorderKm(one)).toBe(15);
  });

  it('is 5 km between all others, the cities and strangers among them', () => {
    expect(borderDistanceKm('RU-TA', 'RU-BA')).toBe(5);
    expect(borderDistanceKm('RU-MOW', 'RU-LEN')).toBe(5);
    expect(borderDistanceKm('RU-MOS', 'RU-TUL')).toBe(5);
    expect(widestBorderKm('RU-TA')).toBe(5);
  });
});

describe('distances on the globe', () => {
  it('are those of a great circle, in kilometres', () => {
    // A quarter of the equator of a sphere of 6,371 km.
    expect(greatCircleKm(0, 0, 90, 0)).toBeCloseTo(10_007.5, 0);
    expect(greatCircleKm(30, 60, 30, 60)).toBe(0);
    expect(greatCircleKm(179.9, 65, -179.9, 65)).toBeLessThan(10);
  });

  it('go the short way around', () => {
    expect(longitudeStep(179, -179)).toBe(2);
    expect(longitudeStep(-179, 179)).toBe(-2);
    expect(longitudeStep(10, 20)).toBe(10);
  });
});
