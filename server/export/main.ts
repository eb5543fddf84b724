import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../../data/tools/run-command.ts';
import { dayInMoscow } from '../api/datetime.ts';
import { readConfig } from '../config.ts';
import { loadApp } from '../load-app.ts';
import { exportSite, replaceExport } from './export-site.ts';

// npm run export [-- --out folder]: the whole service as files. The compiled file lies in build/server/export.
const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({ options: { out: { type: 'string', default: 'export' } } });

await runCommand(() => writeExport(resolve(root, values.out)));

async function writeExport(folder: string): Promise<void> {
  const { origin, reportUrl } = readConfig(process.env);
  const { files, bytes } = await replaceExport(folder, async (put) => {
    const loaded = await loadApp(root, {
      today: () => dayInMoscow(Date.now()),
      onFault: (error) => console.error(error),
      // Without a public origin all links begin with a slash and fit any host.
      origin: origin ?? '',
      tiles: false,
      mcp: false,
      reportUrl,
    });
    const report = await exportSite(loaded, put);
    if (report.problems.length > 0) {
      throw new Error([...report.problems, 'Nothing was exported.'].join('\n'));
    }
    return report;
  });
  console.log(`${folder}: ${files} files, ${Math.round(bytes / 1e6)} MB`);
  console.log(
    'Where it replaces an earlier export, leave the files of the earlier /assets there for two weeks: pages that are open ask for them.',
  );
}
