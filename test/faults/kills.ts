import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { postgresFolder } from '../server/reports/engines.ts';
import { startService } from '../start-service.ts';
import { killWhileWriting, REPORTS_ALONE } from './kill-while-writing.ts';
import { embeddedStores, postgresStores } from './killed-stores.ts';

// npm run test:faults -- --kills 200 --engine pglite: so many kills on each engine, or on one; of the part of the service that
// takes reports, or with --whole of all of it, which takes some seconds more to start each time.
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    engine: { type: 'string' },
    whole: { type: 'boolean', default: false },
  },
});
const root = join(import.meta.dirname, '../../..');
const engines = [
  { name: 'pglite', start: async () => embeddedStores(), isHere: true },
  { name: 'postgres', start: postgresStores, isHere: postgresFolder() !== undefined },
].filter(({ name }) => values.engine === undefined || values.engine === name);

for (const { name, start, isHere } of engines) {
  if (!isHere) {
    console.log(`${name}: NOT RUN on this machine`);
    continue;
  }
  const stores = await start();
  try {
    const figures = await killWhileWriting({
      kills: Number(values.kills),
      killsAStore: 20,
      start: (environment) =>
        startService(environment, root, undefined, values.whole ? undefined : REPORTS_ALONE),
      newStore: stores.newStore,
      tell: (line) => console.log(`${name}: ${line}`),
    });
    const { whileWriting, acknowledged, cutOff, lost, twice } = figures;
    console.log(
      `${name}: ${values.kills} kills, ${whileWriting} of them while reports were acknowledged; ${acknowledged} acknowledged, ${cutOff} cut off and sent again, ${lost.length} lost, ${twice} twice`,
    );
    if (lost.length > 0 || twice !== 0) process.exitCode = 1;
  } finally {
    await stores.stop();
  }
}
