import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { loadApp } from '../load-app.ts';
import { dayInMoscow } from '../today.ts';
import { exportSite } from './export-site.ts';

// npm run export [-- --out folder]: the whole service as files. The compiled file lies in build/server/export.
const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({ options: { out: { type: 'string', default: 'export' } } });
const out = resolve(root, values.out);

try {
  await replaceExport(out);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Writes beside the folder first, so that a failure leaves the former export whole. */
async function replaceExport(folder: string): Promise<void> {
  if (existsSync(folder) && !(await isExport(folder))) {
    throw new Error(`${folder} holds something else than an export: name another folder`);
  }
  const { origin, reportUrl } = readConfig(process.env);
  const loaded = await loadApp(root, {
    today: () => dayInMoscow(Date.now()),
    onFault: (error) => console.error(error),
    // Without a public origin all links begin with a slash and fit any host.
    origin: origin ?? '',
    reportUrl,
  });
  const fresh = `${folder}.new-${process.pid}`;
  try {
    const { files, bytes, problems } = await exportSite(loaded, async (path, content) => {
      const file = join(fresh, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    });
    if (problems.length > 0) {
      throw new Error([...problems, 'Nothing was exported.'].join('\n'));
    }
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
    console.log(`${folder}: ${files} files, ${Math.round(bytes / 1e6)} MB`);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Nobody's other files are deleted: a folder is replaced only when it is empty or was written by this command. */
async function isExport(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  return names.length === 0 || (names.includes('_headers') && names.includes('_redirects'));
}
