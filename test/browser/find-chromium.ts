import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC_PATH = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function onPath(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: 'pipe' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Path of a Chromium on this machine: the environment variable `CHROMIUM_PATH`, then Playwright's own,
 * then the system's; undefined when there is none. Throws when `CHROMIUM_PATH` names no file.
 */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named))
      throw new Error(`CHROMIUM_PATH is ${named}, but there is no such file.`);
    return named;
  }
  const playwrights = chromium.executablePath();
  if (existsSync(playwrights)) return playwrights;
  for (const name of SYSTEM_NAMES) {
    const path = onPath(name);
    if (path !== undefined) return path;
  }
  return existsSync(MAC_PATH) ? MAC_PATH : undefined;
}
