import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { findChromium } from './find-chromium.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Software WebGL, and none of the requests that a browser makes on its own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** How a page is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** Failed requests and console errors whose text contains one of these are part of the test. */
  expected?: readonly string[];
  /** What is arranged before the address is opened: answers to requests, a browser that lacks something. */
  prepare?(page: Page): Promise<unknown>;
}

/** A built server and a browser for the tests of one file. */
interface Harness {
  /** `http://localhost:PORT` of the server. */
  origin(): string;
  browser(): Browser;
  /** Opens an address of the site; the test fails on console errors, page errors and failed requests. */
  open(path: string, options?: OpenOptions): Promise<Page>;
}

/** Starts both before the tests of the calling file and ends both after them; `start` serves something else. */
export function useHarness(start: () => Promise<RunningServer> = startServer): Harness {
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  const troubles: string[] = [];

  beforeAll(async () => {
    const executablePath = findChromium(process.env);
    if (executablePath === undefined) {
      throw new Error('No Chromium was found: set CHROMIUM_PATH to one.');
    }
    [server, browser] = await Promise.all([
      start(),
      chromium.launch({ executablePath, headless: true, args: FLAGS }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    expect(troubles).toEqual([]);
  });

  const running = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the harness is used outside its tests');
    return value;
  };
  return {
    origin: () => running(server).origin,
    browser: () => running(browser),
    async open(path, { expected = [], prepare, ...options } = {}) {
      const context = await running(browser).newContext({
        locale: 'ru-RU',
        // Keeping files for later would only slow the other tests down.
        serviceWorkers: 'block',
        ...options,
      });
      const page = await context.newPage();
      watch(page, (trouble) => {
        if (!expected.some((text) => trouble.includes(text))) troubles.push(trouble);
      });
      await prepare?.(page);
      await page.goto(`${running(server).origin}${path}`);
      return page;
    },
  };
}

function watch(page: Page, report: (trouble: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => report(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left takes its open requests with it.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') report(`${reason}: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) report(`${response.status()}: ${response.url()}`);
  });
}

/** Something that answers at an origin until it is stopped. */
export interface RunningServer {
  origin: string;
  stop(): Promise<void>;
}

/** Starts the built server on a free port and waits for the line in which it says where it listens. */
export async function startServer(): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(ROOT, 'build/server/main.js')], {
    // All tests of a file ask from one address, more in a minute than readers do.
    env: { ...process.env, PORT: '0', HOST: 'localhost', RATE_LIMIT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const origin = await listening(child);
  return {
    origin,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function listening(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /https?:\/\/\S+:\d+/.exec(said);
      if (address !== null) resolve(address[0]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code} before it listened (is it built?): ${said}`)),
    );
  });
}
