import { expect, it } from 'vitest';
import { createReportProperties } from '../../../../data/core/features/shared-columns.ts';
import { disputesByClaim, type PublicCase } from '../../../../data/core/schema/report.ts';
import { readDist } from '../../../../data/tools/files/read-dist.ts';
import { countOf } from '../../../fixtures/reports.ts';

const correction = (more: Partial<PublicCase>): PublicCase => ({
  case: '26-7JBC-B',
  state: 'published',
  kind: 'correction',
  receivedOn: '2026-11-20',
  dueOn: '2026-12-04',
  changedOn: '2026-11-21',
  subject: { key: 'claimId', id: 'mts-esim' },
  ...more,
});

it('only corrections that the desk has seen and not decided mark their claim', () => {
  const open = disputesByClaim([
    correction({}),
    correction({ case: '26-EMQJ-8', state: 'needs-evidence' }),
    correction({ case: '26-ED7E-4', state: 'received' }),
    correction({ case: '26-VSB7-Y', state: 'declined', reason: 'no-source' }),
  ]);
  expect([...open]).toEqual([
    [
      'mts-esim',
      [
        { case: '26-7JBC-B', since: '2026-11-20', dueOn: '2026-12-04' },
        { case: '26-EMQJ-8', since: '2026-11-20', dueOn: '2026-12-04' },
      ],
    ],
  ]);
});

it('counts of a region are the sum of its questions; one or two reports have no number', async () => {
  const { dataset } = await readDist('data/dist');
  const some = { regionId: 'RU-TA', operatorId: 'mts', tried: 'watch', size: 'some' } as const;
  const many = { ...countOf(9), outcomes: { worked: 7, 'told-no': 2 } };
  const of = (experiences: typeof dataset.experiences, region: string, operator?: string) =>
    createReportProperties({ ...dataset, experiences })(region, operator);
  expect(of([some, many], 'RU-TA', 'mts')).toMatchObject({
    reports_size: 'many',
    reports: 9,
    reports_worked: 7,
    reports_told_no: 2,
  });
  expect(of([some], 'RU-TA')).toMatchObject({ reports_size: 'some', reports: 0 });
  expect(of([some], 'RU-MOW')).toMatchObject({ reports_size: 'none', reports: 0, disputes: '' });
});
