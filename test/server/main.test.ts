import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

describe('the program', () => {
  function run(environment: Record<string, string>) {
    const child = spawn(process.execPath, [join(ROOT, 'build/server/main.js')], {
      env: { ...process.env, ...environment },
    });
    const output = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      output.out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      output.err += String(chunk);
    });
    return { child, output, ended: once(child, 'close').then(([code]) => Number(code)) };
  }

  it('says in one sentence that the port is in use, and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { output, ended } = run({ PORT: port, HOST: '127.0.0.1' });
    expect(await ended).toBe(1);
    other.close();
    expect(output.err.trim().split('\n')).toHaveLength(1);
    expect(output.err).toContain(`127.0.0.1:${port} is in use`);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PUBLIC_ORIGIN', 'example'],
    ['PUBLIC_ORIGIN', 'https://example.org/map'],
    ['PUBLIC_ORIGIN', 'https://example.org/?a'],
    ['RATE_LIMIT', '-1'],
  ])('names %s when it cannot be %s, and ends with 1', async (name, value) => {
    const { output, ended } = run({ [name]: value });
    expect(await ended).toBe(1);
    expect(output.err).toContain(name);
    expect(output.err).not.toMatch(/\n\s+at /);
  });

  it('goes on answering when nobody reads its log any more', async () => {
    const { child, output, ended } = run({ PORT: '0', HOST: '127.0.0.1', RATE_LIMIT: '0' });
    while (!output.out.includes('listens')) await once(child.stdout, 'data');
    const [, address = ''] = /listens on (http:\S+)/.exec(output.out) ?? [];
    child.stdout.destroy();
    // The log holds back at most 500 lines: with so many it has been written, and refused, at least twice.
    const statuses = new Set<number>();
    for (let round = 0; round < 1_100; round++) {
      const response = await fetch(`${address}/api/v1/locate?lon=49.1&lat=55.8`);
      await response.arrayBuffer();
      statuses.add(response.status);
    }
    expect([...statuses]).toEqual([200]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output.err).toMatch(/^PUBLIC_ORIGIN is not set[^\n]*\n$/);
  });

  it('ends with 0 on SIGTERM', async () => {
    const { child, output, ended } = run({ PORT: '0', HOST: '127.0.0.1' });
    while (!output.out.includes('listens')) await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
