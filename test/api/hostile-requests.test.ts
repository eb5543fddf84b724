import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../server/middleware/problem.ts';
import { createTestApp, type TestApp } from '../server/test-app.ts';
import { HOSTILE_REQUESTS } from './hostile-requests.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

describe('a hostile request', () => {
  it('has at least 80 kinds', () => {
    expect(HOSTILE_REQUESTS.length).toBeGreaterThanOrEqual(80);
  });

  it.each(HOSTILE_REQUESTS)('$name is refused with $status', async (hostile) => {
    const { path, status, method = 'GET', headers = {}, body, names } = hostile;
    const response = await test.app.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    expect(response.status, text.slice(0, 300)).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = Problem.parse(JSON.parse(text));
    expect(problem.status).toBe(status);
    expect(text).not.toMatch(/node_modules|\.ts:\d|\\n\s+at /);
    expect(text.length).toBeLessThan(50_000);
    if (names !== undefined) {
      const named = problem.errors?.flatMap(({ parameter, pointer }) => [parameter, pointer]);
      expect(named).toContain(names);
    }
    if (status === 405) expect(response.headers.get('allow')).toMatch(/OPTIONS/);
    expect(test.faults).toEqual([]);
    expect((await test.app.request('/healthz')).status).toBe(200);
  });
});
