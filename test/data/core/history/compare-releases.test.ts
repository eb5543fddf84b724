import { describe, expect, it } from 'vitest';
import {
  buildChangeLog,
  compareReleases,
  describeMoves,
} from '../../../../data/core/history/compare-releases.ts';
import { ChangeLog, type VerdictSnapshot } from '../../../../data/core/schema/release.ts';

function snapshot(version: string, tables: Partial<VerdictSnapshot>): VerdictSnapshot {
  return { version, asOf: version, hash: 'a'.repeat(64), map: {}, operators: {}, ...tables };
}

const spring = snapshot('2026-03-01', {
  map: { unknown: ['RU-MOW', 'RU-TA'] },
  operators: { mts: { unknown: ['RU-MOW', 'RU-TA'] }, yota: { no: ['RU-TA'] } },
});
const summer = snapshot('2026-06-01', {
  map: { unknown: ['RU-TA'], partial: ['RU-MOW'] },
  operators: { mts: { unknown: ['RU-TA'], partial: ['RU-MOW'] }, t2: { no: ['RU-MOW', 'RU-TA'] } },
});

describe('comparing releases', () => {
  it('lists what moved, for the map first and then by operator', () => {
    expect(compareReleases(spring, summer)).toEqual([
      { regionId: 'RU-MOW', from: 'unknown', to: 'partial' },
      { operatorId: 'mts', regionId: 'RU-MOW', from: 'unknown', to: 'partial' },
      { operatorId: 't2', regionId: 'RU-MOW', to: 'no' },
      { operatorId: 't2', regionId: 'RU-TA', to: 'no' },
      { operatorId: 'yota', regionId: 'RU-TA', from: 'no' },
    ]);
  });

  it('finds nothing between a release and itself', () => {
    expect(compareReleases(summer, summer)).toEqual([]);
  });

  it('turns around when the two are exchanged', () => {
    const back = compareReleases(summer, spring).map(({ from, to, ...rest }) => ({
      ...rest,
      ...(to && { from: to }),
      ...(from && { to: from }),
    }));
    expect(back).toEqual(compareReleases(spring, summer));
  });

  it('makes a change log of releases in any order, with what is not released yet', () => {
    const current = snapshot('2026-06-01', { ...summer, map: { partial: ['RU-MOW', 'RU-TA'] } });
    const log = ChangeLog.parse(buildChangeLog([summer, spring], current));
    expect(log.releases.map(({ version, moves }) => [version, moves.length])).toEqual([
      ['2026-03-01', 0],
      ['2026-06-01', 5],
    ]);
    expect(log.releases[1]?.previousVersion).toBe('2026-03-01');
    expect(log.unreleased).toEqual([{ regionId: 'RU-TA', from: 'unknown', to: 'partial' }]);
  });

  it('is told in sentences with names, one for each kind of move', () => {
    const names = {
      regions: new Map([
        ['RU-MOW', 'Moscow'],
        ['RU-TA', 'Tatarstan'],
      ]),
      operators: new Map([
        ['mts', 'MTS'],
        ['t2', 'T2'],
      ]),
    };
    expect(describeMoves(compareReleases(spring, summer), names)).toEqual([
      'The verdict of the map goes from unknown to partial in 1 region: Moscow (RU-MOW)',
      'MTS goes from unknown to partial in 1 region: Moscow (RU-MOW)',
      'T2 is new, with no, in all 2 regions',
      'yota is gone, with no before, in 1 region: Tatarstan (RU-TA)',
    ]);
  });
});
