import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningService, startService } from '../start-service.ts';

/** Reads a whole answer from a source address of one's own: each is a client, as loopback has many. */
function ask(origin: string, path: string, from: string, agent: Agent) {
  const { hostname, port } = new URL(origin);
  return new Promise<{ status: number; milliseconds: number }>((resolve) => {
    const started = performance.now();
    const end = (status: number) => resolve({ status, milliseconds: performance.now() - started });
    request({ hostname, port, path, agent, localAddress: from }, (response) => {
      response.resume().once('end', () => end(response.statusCode ?? 0));
    })
      .once('error', () => end(0))
      .end();
  });
}

const oneConnection = () => new Agent({ keepAlive: true, maxSockets: 1 });

// Loopback only, some seconds of it: what must not happen, whatever the machine's speed. Times are for the benchmark.
describe('many clients with costly questions', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService({ RATE_LIMIT: '600', REPORTS: 'off' });
  });
  afterAll(() => service.stop());

  it('leave the pages to a reader', async () => {
    let isOn = true;
    const statuses = new Set<number>();
    const clients = Array.from({ length: 30 }, async (_, index) => {
      const agent = oneConnection();
      for (let day = 0; isOn; day++) {
        const asOf = new Date(Date.UTC(2024, 0, 1 + ((index * 97 + day * 31) % 3_000)));
        const path = `/api/v1/collections/places/items?limit=1&asOf=${asOf.toISOString().slice(0, 10)}`;
        statuses.add((await ask(service.origin, path, `127.0.1.${index + 1}`, agent)).status);
      }
      agent.destroy();
    });
    const agent = oneConnection();
    const times: number[] = [];
    for (let visit = 0; visit < 40; visit++) {
      const { status, milliseconds } = await ask(service.origin, '/ru/', '127.0.0.9', agent);
      expect(status).toBe(200);
      times.push(milliseconds);
    }
    isOn = false;
    await Promise.all(clients);
    agent.destroy();
    // Refused with a document or answered, never cut off.
    expect([...statuses].every((status) => [200, 429, 503].includes(status))).toBe(true);
    expect(times.toSorted((a, b) => a - b)[20]).toBeLessThan(1_000);
  });

  it('do not fill the memory by not reading', async () => {
    const { hostname, port } = new URL(service.origin);
    const before = memoryOf(service.pid);
    const sockets = Array.from({ length: 6 * 40 }, (_, index) => {
      const client = Math.floor(index / 40) + 1;
      const socket = connect({
        host: hostname,
        port: Number(port),
        localAddress: `127.0.2.${client}`,
      });
      socket.on('error', () => undefined).pause();
      const filter = encodeURIComponent(`id<>'${index}'`);
      socket.write(
        `GET /api/v1/collections/regions/items?limit=83&filter=${filter} HTTP/1.1\r\nHost: a\r\n\r\n`,
      );
      return socket;
    });
    const agent = oneConnection();
    let most = 0;
    for (let visit = 0; visit < 50; visit++) {
      expect((await ask(service.origin, '/ru/', '127.0.0.9', agent)).status).toBe(200);
      most = Math.max(most, memoryOf(service.pid));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    agent.destroy();
    for (const socket of sockets) socket.destroy();
    expect(most - before).toBeLessThan(250);
  });
});

/** Resident memory of a process in MB; 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  } catch {
    return 0;
  }
}
