import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningService, startService } from '../start-service.ts';
import { limitMemory } from './limited-memory.ts';

/** Status of an answer, read whole from a source address of one's own: each is a client, as loopback has many. */
function ask(origin: string, path: string, from: string, agent: Agent): Promise<number> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    request({ hostname, port, path, agent, localAddress: from }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', () => resolve(0))
      .end();
  });
}

const oneConnection = () => new Agent({ keepAlive: true, maxSockets: 1 });

// Loopback only, some seconds of it: what must not happen, whatever the machine's speed. Times are for the benchmark.
describe('many clients with costly questions', () => {
  let service: RunningService;
  const limited = limitMemory(Number.parseInt(given('mem_limit'), 10));
  /** The most before it was forgotten. */
  let beforehand = 0;
  beforeAll(async () => {
    const start = () =>
      startService({
        RATE_LIMIT: '600',
        REPORTS: 'off',
        NODE_OPTIONS: given('NODE_OPTIONS'),
      });
    service = await (limited === undefined ? start() : limited.start(start));
  });
  afterAll(async () => {
    await service.stop();
    limited?.remove();
  });

  it('leave the pages to a reader', async () => {
    let isOn = true;
    const statuses = new Set<number>();
    const clients = Array.from({ length: 30 }, async (_, index) => {
      const agent = oneConnection();
      for (let day = 0; isOn; day++) {
        const asOf = new Date(Date.UTC(2024, 0, 1 + ((index * 97 + day * 31) % 3_000)));
        const path = `/api/v1/collections/places/items?limit=1&asOf=${asOf.toISOString().slice(0, 10)}`;
        statuses.add(await ask(service.origin, path, `127.0.1.${index + 1}`, agent));
      }
      agent.destroy();
    });
    const agent = oneConnection();
    for (let visit = 0; visit < 40; visit++) {
      expect(await ask(service.origin, '/ru/', '127.0.0.9', agent)).toBe(200);
    }
    isOn = false;
    await Promise.all(clients);
    agent.destroy();
    // Refused with a document or answered, never cut off.
    expect([...statuses].every((status) => [200, 429, 503].includes(status))).toBe(true);
  });

  it('are no matter to a hundred first visits behind one address', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 30 });
    const page = await (await fetch(`${service.origin}/ru/`)).text();
    const linked = [...page.matchAll(/(?:href|src)="(\/(?:assets|data|og)\/[^"]+)"/g)];
    const paths = ['/ru/', ...new Set(linked.flatMap(([, path]) => path ?? []))];
    expect(paths.length).toBeGreaterThan(3);
    const refused: string[] = [];
    // What a browser fetches for the map besides: more files than the page names.
    const visit = [...paths, ...Array<string>(55 - paths.length).fill(paths.at(-1) ?? '/ru/')];
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        for (const path of visit) {
          const status = await ask(service.origin, path, '127.0.3.1', agent);
          if (status !== 200) refused.push(`${status} ${path}`);
        }
      }),
    );
    agent.destroy();
    expect(refused).toEqual([]);
  });

  it.each([
    { asked: 'outlines that many share', path: '/api/v1/collections/regions/items?limit=83' },
    { asked: 'rows of their own', path: '/api/v1/collections/places/items?limit=10000&f=csv' },
    { asked: 'linked data', path: '/api/v1/collections/places/items?limit=10000&f=jsonld' },
    {
      asked: 'the longest answer that there is',
      path: '/api/v1/collections/operator-regions/items?limit=10000&f=jsonld',
    },
  ])('do not fill the memory by not reading $asked', async ({ path }) => {
    const { hostname, port } = new URL(service.origin);
    // What such answers need once, and what the collector leaves of them while it is at ease, is no matter of who does not read.
    const reader = oneConnection();
    for (let index = 0; index < 8; index++) {
      await ask(service.origin, unique(path, `w${index}`), '127.0.0.9', reader);
    }
    const before = memoryOf(service.pid, 'VmRSS');
    beforehand = Math.max(beforehand, memoryOf(service.pid, 'VmHWM'));
    forgetMost(service.pid);
    const sockets = Array.from({ length: 6 * 40 }, (_, index) => {
      const localAddress = `127.0.2.${Math.floor(index / 40) + 1}`;
      const socket = connect({ host: hostname, port: Number(port), localAddress });
      socket.on('error', () => undefined).pause();
      socket.write(`GET ${unique(path, String(index))} HTTP/1.1\r\nHost: a\r\n\r\n`);
      return socket;
    });
    for (let visit = 0; visit < 50; visit++) {
      expect(await ask(service.origin, '/ru/', '127.0.0.9', reader)).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const most = memoryOf(service.pid, 'VmHWM');
    reader.destroy();
    await Promise.all(sockets.map((socket) => once(socket.destroy(), 'close')));
    expect(most - before, `${before} MB before, ${most} MB at most`).toBeLessThan(60);
  });

  it('need no more memory than the service is said to need', () => {
    const most = Math.max(beforehand, memoryOf(service.pid, 'VmHWM'));
    expect(most).toBeLessThan(Number.parseInt(given('mem_limit'), 10));
  });

  it.runIf(limited !== undefined)(
    'are survived in a container of the size that is said',
    async () => {
      expect((await fetch(`${service.origin}/readyz`)).status).toBe(200);
      expect(limited?.kills()).toBe(0);
    },
  );
});

/** The same question in words that nobody asked before: its answer is nobody else's. */
function unique(path: string, word: string): string {
  return `${path}&filter=${encodeURIComponent(`id<>'${word}'`)}`;
}

/** What compose.yaml gives a replica. */
function given(name: string): string {
  const compose = readFileSync(join(import.meta.dirname, '../../compose.yaml'), 'utf8');
  return new RegExp(`${name}: (.+)`).exec(compose)?.[1] ?? '';
}

/** Lets `VmHWM` begin anew (proc(5), `clear_refs`). */
function forgetMost(pid: number | undefined): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // A system without it tells no memory either.
  }
}

/** Memory of a process in MB that is resident (`VmRSS`), or was at most (`VmHWM`); 0 where the system does not tell. */
function memoryOf(pid: number | undefined, account: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${account}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
  } catch {
    return 0;
  }
}
