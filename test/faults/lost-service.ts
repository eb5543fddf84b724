import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { EXPERIENCE } from '../fixtures/reports.ts';
import { type RunningService, startService } from '../start-service.ts';

const REPORT = { ...EXPERIENCE, text: 'слова, которые не должны пропасть' };

/** A folder that goes with its test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lost-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The service until its test ends. */
export async function start(
  environment: Record<string, string>,
  folder?: string,
): Promise<RunningService> {
  const service = await startService({ ACCESS_LOG: 'off', ...environment }, folder);
  onTestFinished(() => service.stop());
  return service;
}

/** Sends the report as programs do. */
export const sendJson = (
  origin: string,
  changes: Readonly<Record<string, string | undefined>> = {},
  headers: Readonly<Record<string, string>> = {},
) =>
  fetch(`${origin}/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...REPORT, ...changes }),
  });
const sendForm = (origin: string) =>
  fetch(`${origin}/api/v1/reports`, { method: 'POST', body: new URLSearchParams(REPORT) });
/** What `/readyz` says. */
export const ready = async (origin: string) =>
  Object(await (await fetch(`${origin}/readyz`)).json());

/** The map answers, reports are not taken, the form keeps its text, and `/readyz` says what is away. */
export async function expectLost(origin: string): Promise<void> {
  const refused = await sendJson(origin);
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  // The reason names folders and servers, and is for nobody outside.
  expect(await refused.text()).not.toMatch(/ENO|EROFS|EFBIG|\/tmp|postgres|read-only|No space/);
  const form = await sendForm(origin);
  expect(form.status).toBe(503);
  expect(await form.text()).toContain(`${REPORT.text}</textarea>`);
  // A busy machine may still be opening what it cannot open.
  await expect
    .poll(() => ready(origin))
    .toMatchObject({
      status: 'ready',
      degraded: [{ part: 'reports' }],
    });
  for (const path of ['/ru/', '/ru/regions/RU-TA', '/api/v1/eligibility?region=RU-TA'])
    expect((await fetch(`${origin}${path}`)).status, path).toBe(200);
}
