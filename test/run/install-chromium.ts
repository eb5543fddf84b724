import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../browser/find-chromium.ts';

function attempt(command: string, args: string[]): void {
  console.log(`$ ${command} ${args.join(' ')}`);
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
  });
}

/**
 * Path of a Chromium, installing one when the machine has none: Playwright's own download first,
 * then Debian's package when we are root there. Throws one sentence when neither gives a browser.
 */
export function ensureChromium(): string {
  const present = findChromium(process.env);
  if (present !== undefined) return present;

  const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  const installers = [
    () => attempt('npx', ['playwright-core', 'install', 'chromium']),
    ...(isDebianRoot
      ? [
          () => attempt('apt-get', ['update', '-q']),
          () => attempt('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium']),
        ]
      : []),
  ];
  for (const install of installers) {
    install();
    const installed = findChromium(process.env);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The browser tests need Chromium and none could be installed: install one and set CHROMIUM_PATH to it.',
  );
}
