import { join } from 'node:path';
import { NUMBERS_A_YEAR, writeCaseNumber } from '../../data/core/reports/case-number.ts';
import { addDays } from '../../data/core/schema/dates.ts';
import { Outcome, Tried } from '../../data/core/schema/report.ts';
import { type Database, migrate } from '../../server/reports/store/database.ts';
import { openPglite } from '../../server/reports/store/pglite.ts';
import type { Named } from './kinds/household-kinds.ts';

const ROOT = join(import.meta.dirname, '../..').replace(/\/build$/, '');
const MIGRATIONS = join(ROOT, 'server/reports/store/migrations');
const SCRIPT = new URL(`file://${ROOT}/build/server/reports/store/pglite-worker.js`);

/** Rows of one statement. */
const AT_A_TIME = 5_000;
const FIRST_DAY = '2026-01-01';
const DAYS = 300;

/** What many cases are about. */
type About = Pick<Named, 'regionIds' | 'operatorIds'>;

/** Puts cases that the desk has published into the embedded database of a folder that nobody has open. */
export async function fillFolder(folder: string, count: number, about: About): Promise<void> {
  const database = await openPglite(folder, { script: SCRIPT });
  try {
    await migrate(database, MIGRATIONS);
    await fillDatabase(database, count, about);
  } finally {
    await database.close();
  }
}

/** Puts cases that the desk has published into a migrated database: experiences, a tenth of them with their text. */
export async function fillDatabase(database: Database, count: number, about: About): Promise<void> {
  for (let first = 0; first < count; first += AT_A_TIME) {
    const rows = Array.from({ length: Math.min(AT_A_TIME, count - first) }, (_, at) =>
      rowOf(first + at, about),
    );
    await database.query(
      `insert into report_case
         (number, state, kind, received_on, due_on, answered_on, changed_on, report, subject, region_id, operator_id, is_text_public)
       select number, 'published', 'experience', received_on, received_on + 14, received_on, received_on, report, subject,
         report->>'regionId', report->>'operatorId', is_text_public
       from jsonb_to_recordset($1) as row
         (number text, received_on date, report jsonb, subject text, is_text_public boolean)`,
      [JSON.stringify(rows)],
    );
  }
}

/** The numbers of such cases are spread over the year, as random ones are. */
function rowOf(at: number, { regionIds, operatorIds }: About) {
  const nth = <T>(values: readonly T[], step: number) =>
    values[Math.floor(at / step) % values.length];
  const report = {
    ...{ kind: 'experience', regionId: nth(regionIds, 1), operatorId: nth(operatorIds, 7) },
    ...{ tried: nth(Tried.options, 3), outcome: nth(Outcome.options, 11), lang: 'ru' },
    month: `2026-${String((at % 9) + 1).padStart(2, '0')}`,
    text: `В салоне сказали, что нельзя, а через неделю подключили без вопросов (${at})`,
  };
  return {
    number: writeCaseNumber(2026, (at * 7_919) % NUMBERS_A_YEAR),
    received_on: addDays(FIRST_DAY, at % DAYS),
    report,
    subject: ['experience', report.regionId, report.operatorId, report.tried].join(' '),
    is_text_public: at % 10 === 0,
  };
}
