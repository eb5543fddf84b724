import { describe, expect, it } from 'vitest';
import { mobileInternetLimits } from '../../../../data/core/eligibility/claims/restrictions.ts';
import { dataset, restriction } from '../../../fixtures/dataset-builder.ts';

const TODAY = '2026-11-30';

describe('limits of mobile internet in a region', () => {
  const limitsOf = (
    restrictions: ReturnType<typeof restriction>[],
    regionId = 'RU-TA',
    asOf = TODAY,
  ) => mobileInternetLimits(dataset([], { restrictions }).restrictions, regionId, asOf);

  it('are none known where no source names the region', () => {
    expect(limitsOf([restriction('cut')], 'RU-MOS')).toEqual({ limits: 'none-known' });
    expect(limitsOf([restriction('white-list')])).toEqual({ limits: 'none-known' });
  });

  it('are the gravest kind, with its own last report', () => {
    const both = [
      restriction('cut', { lastReportedOn: '2026-03-01' }),
      restriction('lasting-zones', { lastReportedOn: '2025-12-26' }),
    ];
    expect(limitsOf(both)).toEqual({ limits: 'lasting-zones', lastReportedOn: '2025-12-26' });
  });

  it('stay told of for two years after a cut was reported, though it ended', () => {
    const cut = [restriction('cut', { to: '2026-02-19' })];
    expect(limitsOf(cut).limits).toBe('cuts');
    expect(limitsOf(cut, 'RU-TA', '2028-02-19').limits).toBe('none-known');
  });

  it('are told of without a day where a report is known to the year only', () => {
    const vague = [restriction('cut', { from: '2025', lastReportedOn: '2025' })];
    expect(limitsOf(vague)).toEqual({ limits: 'cuts' });
  });

  it('are lasting only until the day they ended, and none before they began', () => {
    const lasting = [restriction('lasting-zones', { to: '2026-06' })];
    expect(limitsOf(lasting).limits).toBe('none-known');
    expect(limitsOf(lasting, 'RU-TA', '2026-05-31').limits).toBe('lasting-zones');
    expect(limitsOf(lasting, 'RU-TA', '2025-07-31').limits).toBe('none-known');
  });
});
