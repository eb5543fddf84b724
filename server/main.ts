import { join } from 'node:path';
import { readConfig } from './config.ts';
import { listen } from './listen.ts';
import { loadApp } from './load-app.ts';
import { createAccessLog } from './middleware/access-log.ts';
import { createRateLimit } from './middleware/request-limit.ts';
import { createCalendar } from './today.ts';

// The compiled file lies in build/server.
const root = join(import.meta.dirname, '../..');

try {
  await start();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  // Whoever reads the log may go away; the service goes on without it.
  process.stdout.on('error', () => {});
  const log = createAccessLog((bytes) => process.stdout.write(bytes), Date.now);
  const isLimited = config.rateLimit > 0;
  const { app, handleProblem } = await loadApp(root, {
    today: createCalendar(Date.now),
    onFault: (error) => console.error(error),
    origin: config.origin,
    reportUrl: config.reportUrl,
    log: config.accessLog ? log : undefined,
    rateLimit: isLimited ? createRateLimit(config.rateLimit, Date.now) : undefined,
  });
  const server = await listen(app, {
    port: config.port,
    host: config.host,
    handleProblem,
    limitsConnections: isLimited,
  });
  console.log(`Family eSIM Map listens on http://${config.host}:${server.port}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(log.flush));
  }
}

/** One sentence for people; the stack only where the mistake is ours. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `${addressOf(error)} is in use: stop the other program or set PORT to a free one.`;
  }
  return error.message;
}

/** The address that `listen` was refused: Node puts it on the error. */
function addressOf(error: Error): string {
  const part = (name: string) => String(Reflect.get(error, name));
  return `${part('address')}:${part('port')}`;
}
