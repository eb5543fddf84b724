import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { PublishedReports } from '../../data/core/schema/report.ts';
import { copyProject, putReports } from '../project-copy.ts';
import { startService } from '../start-service.ts';
import type { RunningServer } from './harness.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A service that takes reports into a new folder, and its desk's command line. */
export interface ReportsServer extends RunningServer {
  /** Runs `npm run desk -- ...` beside the service; returns what it printed. */
  desk(...args: string[]): Promise<string>;
  /** Puts what is public of the cases into the service's data, and waits until it answers from them. */
  publish(): Promise<void>;
  /** Sends a report as a program does; returns its number and key. */
  send(report: Readonly<Record<string, string>>): Promise<{ number: string; key: string }>;
}

/** Starts one on data of its own; each report that `send` sends is of a network of its own, so that no daily share ends a test. */
export async function startReportsServer(): Promise<ReportsServer> {
  const folder = await mkdtemp(join(tmpdir(), 'reports-'));
  const environment = { DATA_DIR: folder, HOST: 'localhost', CLIENT_ADDRESS_FIELD: 'x-client' };
  const copy = await copyProject();
  const service = await startService(environment, copy.folder);
  let sent = 0;
  return {
    origin: service.origin,
    async stop() {
      await service.stop();
      await rm(folder, { recursive: true, force: true });
      await copy.remove();
    },
    async desk(...args) {
      const script = join(ROOT, 'build/server/reports/desk/main.js');
      const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], {
        env: { ...process.env, ...environment },
      });
      return stdout;
    },
    async publish() {
      const response = await fetch(`${service.origin}/api/v1/cases/published`);
      await putReports(copy, PublishedReports.parse(await response.json()));
      if (service.pid !== undefined) process.kill(service.pid, 'SIGHUP');
      while (!service.output().includes('The new data/dist answers from now on')) await sleep(50);
    },
    async send(report) {
      sent += 1;
      const post = () =>
        fetch(`${service.origin}/api/v1/reports`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-client': `sender-${sent}` },
          body: JSON.stringify(report),
        });
      let response = await post();
      // On a busy machine the database may still be opening.
      for (; response.status === 503; response = await post()) await sleep(500);
      const answer = Object(await response.json());
      if (response.status !== 201) throw new Error(`not taken: ${JSON.stringify(answer)}`);
      return { number: String(answer.case), key: String(answer.key) };
    },
  };
}

/** Gives a page's browser a device that makes passkeys and confirms each at once. */
export async function addAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}
