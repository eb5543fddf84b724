import { join } from 'node:path';
import { OWN_FORM } from '../../client/server-entry.tsx';
import { createCalendar } from '../../server/api/datetime.ts';
import { listen } from '../../server/listen.ts';
import { createLiveApp } from '../../server/live-app.ts';
import type { LoadedApp } from '../../server/load-app.ts';
import { createComputing } from '../../server/middleware/send-answer.ts';
import { knownFacts } from '../../server/reports/check-report.ts';
import { createReportsPart } from '../../server/reports/reports-part.ts';

// The service with shares of a day that nobody uses up: a test of load writes more in a minute than strangers may in a day, and
// with proofs of work it would measure those. Told by the environment as the service is; says where it listens.
const root = join(import.meta.dirname, '../../..');
const { PORT = '0', DATA_DIR = '', DATABASE_URL = '' } = process.env;
const NO_LIMIT = 1e9;
const today = createCalendar(Date.now);
const current = (): LoadedApp => live.current();
const reports = createReportsPart({
  config: {
    databaseUrl: DATABASE_URL === '' ? undefined : DATABASE_URL,
    dataDir: DATA_DIR,
    clientAddressField: undefined,
  },
  root,
  fields: {},
  today,
  facts: () => knownFacts(current().service),
  pages: (asOf) => current().contextOn(asOf),
  shares: { plainANetwork: NO_LIMIT, plain: NO_LIMIT },
});
const live = await createLiveApp(root, {
  today,
  onFault: (error) => console.error(error),
  reportUrl: OWN_FORM,
  reports,
  computing: createComputing(),
});
const { port, stop } = await listen(live, {
  port: Number(PORT),
  host: '127.0.0.1',
  handleProblem: live.current().handleProblem,
});
console.log(`listens on http://127.0.0.1:${port}`);
process.once('SIGTERM', () => void stop().then(reports.close));
