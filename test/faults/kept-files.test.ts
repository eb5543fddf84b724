import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isOfItsType, isOwnPage, isWhole } from '../../client/offline/kept.ts';

const script = 'export const answer = 1;';
const sums = { '/assets/a.js': createHash('sha256').update(script).digest('base64') };
const response = (body: string, type: string, status = 200) =>
  new Response(body, { status, headers: { 'content-type': type } });
const portal = () => response('<!doctype html><title>Log in</title>', 'text/html');

describe('what is kept for times without a network', () => {
  it('is the file that was built', async () => {
    const whole = response(script, 'text/javascript; charset=utf-8');
    expect(await isWhole('/assets/a.js', whole, sums)).toBe(true);
    expect(await whole.text()).toBe(script);
  });

  it.each([
    ['the page of a line that wants a login', '/assets/a.js', portal()],
    ['the same for data', '/data/0/dataset.json', portal()],
    ['half a script', '/assets/a.js', response(script.slice(0, 9), 'text/javascript')],
    ['half a document', '/data/0/dataset.json', response('{"regions":[', 'application/json')],
    ['an empty document', '/data/0/dataset.json', response('', 'application/json')],
    ['a part', '/assets/a.js', response(script, 'text/javascript', 206)],
    ['an error', '/data/0/dataset.json', response('{}', 'application/json', 404)],
  ])('is not %s', async (_name, address, given) => {
    expect(await isWhole(address, given, sums)).toBe(false);
  });

  it('is known for something else by its type alone, where it was kept before', () => {
    expect(isOfItsType('/data/0/dataset.json', portal())).toBe(false);
    expect(isOfItsType('/data/0/dataset.json', response('{}', 'application/json'))).toBe(true);
  });

  it('is a page only where it is one of ours', async () => {
    const own = '<meta name="generator" content="Family eSIM Map"/>';
    expect(await isOwnPage(response(own, 'text/html; charset=utf-8'))).toBe(true);
    expect(await isOwnPage(portal())).toBe(false);
    expect(await isOwnPage(response(own, 'text/html', 429))).toBe(false);
  });
});
