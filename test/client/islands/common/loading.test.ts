import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadDataFile, loadOnce } from '../../../../client/islands/common/loading.ts';

const HASH = '0123456789abcdef0123';
const URL = '/data/0123456789abcdef/devices.compact.json';

afterEach(() => vi.unstubAllGlobals());

function answerWith(status: number, body: string): void {
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(url === URL ? new Response(body, { status }) : Response.error()),
  );
}

const readNumber = (content: unknown): number => {
  if (typeof content !== 'number') throw new Error('no number');
  return content;
};

describe('a data file', () => {
  it('is found by its release and read by whoever asks', async () => {
    answerWith(200, '7');
    expect(await loadDataFile(HASH, 'devices.compact.json', readNumber)).toBe(7);
  });

  it.each([
    [404, '', 'answered 404'],
    [200, '"seven"', 'expects'],
  ])('that answers %s with %j is named in what goes wrong', async (status, body, problem) => {
    answerWith(status, body);
    const loading = loadDataFile(HASH, 'devices.compact.json', readNumber);
    await expect(loading).rejects.toThrow(URL);
    await expect(loading).rejects.toThrow(problem);
  });
});

it('loads once, and again only after a failure', async () => {
  let asked = 0;
  const load = loadOnce(async () => {
    asked += 1;
    if (asked === 1) throw new Error('no network');
    return asked;
  });
  await expect(load()).rejects.toThrow('no network');
  expect(await Promise.all([load(), load()])).toEqual([2, 2]);
  expect(await load()).toBe(2);
});
