import { join } from 'node:path';
import { Hono } from 'hono';
import { createCalendar } from '../../server/api/datetime.ts';
import { listen } from '../../server/listen.ts';
import { problemOf } from '../../server/middleware/problem.ts';
import type { RequestContext } from '../../server/middleware/request-context.ts';
import { createReportsPart } from '../../server/reports/reports-part.ts';

// A program that a fault test ends hundreds of times: what of the service takes, answers and stores reports, without the map,
// whose loading would take most of the time. It is told by the environment, and says where it listens, as the service does.
const { DATABASE_URL, DATA_DIR = '' } = process.env;
const part = createReportsPart({
  config: {
    databaseUrl: DATABASE_URL === '' ? undefined : DATABASE_URL,
    dataDir: DATA_DIR,
    clientAddressField: 'x-client',
  },
  root: join(import.meta.dirname, '../../..'),
  fields: {},
  facts: () => ({
    hasRegion: () => true,
    hasOperator: () => true,
    hasPlan: () => true,
    has: () => true,
  }),
  pages: () => {
    throw new Error('this program has no pages');
  },
  today: createCalendar(Date.now),
});
const refuse = (error: Error) => {
  const problem = problemOf(error);
  if (problem.status === 500) console.error(error);
  return Response.json(problem, { status: problem.status });
};
const app = new Hono<RequestContext>();
app.route('/', part.app);
app.onError(refuse);
const { port, stop } = await listen(app, {
  port: 0,
  host: '127.0.0.1',
  handleProblem: () => new Response(null, { status: 400 }),
});
console.log(`listens on http://127.0.0.1:${port}`);
process.once('SIGTERM', () => void stop().then(part.close));
