import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError, problemOf } from '../../../server/middleware/problem.ts';
import type { RequestContext } from '../../../server/middleware/request-context.ts';
import { createComputing } from '../../../server/middleware/send-answer.ts';
import { createDeskRoutes } from '../../../server/reports/desk/desk-routes.ts';
import { formTokenOf } from '../../../server/reports/desk/door.ts';
import { signInOf } from '../../../server/reports/desk/sign-in.ts';
import { createLazyStore, type OpenStore, storeOf } from '../../../server/reports/open-store.ts';
import { hashOf } from '../../../server/reports/secret-key.ts';
import { DatabaseUnavailable, migrate } from '../../../server/reports/store/database.ts';
import { createRealContext } from '../../client/real-context.ts';
import { CORRECTION, EXPERIENCE } from '../../fixtures/reports.ts';
import { backupOf, enginesHere, type Started } from './engines.ts';
import { objectOf, TODAY } from './reports-service.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../server/reports/store/migrations');
const ORIGIN = 'https://map.test';
const DAY_MS = 86_400_000;
const FORM = {
  'content-type': 'application/x-www-form-urlencoded',
  origin: ORIGIN,
  'sec-fetch-site': 'same-origin',
};
const PASSKEY = { credentialId: 'credential', publicKey: 'key', counter: 0, transports: [] };

/** The desk's addresses over a store that is open. `origin`: the public one, where the service was told it. */
async function deskOver(options: {
  open: () => Promise<OpenStore>;
  hasAny?: boolean;
  now?: () => number;
  origin?: string;
}) {
  const context = await createRealContext();
  const { open, hasAny = true, now = Date.now, origin } = options;
  const routes = createDeskRoutes({
    store: createLazyStore(open, () => hasAny, now),
    fields: { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' },
    pages: () => ({ ...context, asOf: TODAY }),
    today: () => TODAY,
    now,
    origin,
    computing: createComputing(),
  });
  const app = new Hono<RequestContext>();
  app.route('/', routes);
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.status === 500) throw error;
    const headers = error instanceof ProblemError ? error.headers : {};
    return Response.json(problem, { status: problem.status, headers });
  });
  const request = async (path: string, init?: RequestInit) => app.request(`${ORIGIN}${path}`, init);
  return {
    request,
    get: (path: string, token?: string) =>
      request(path, token === undefined ? {} : { headers: { cookie: `__Host-desk=${token}` } }),
    post: (
      path: string,
      fields: Record<string, string> | [string, string][],
      token?: string,
      headers = {},
    ) =>
      request(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: {
          ...FORM,
          ...(token === undefined ? {} : { cookie: `__Host-desk=${token}` }),
          ...headers,
        },
      }),
  };
}

describe.each(enginesHere())('the web desk on $name', ({ start }) => {
  let started: Started;
  let store: OpenStore;
  let desk: Awaited<ReturnType<typeof deskOver>>;
  let token: string;
  let csrf: string;
  let clock = Date.now();
  const now = () => clock;

  beforeAll(async () => {
    started = await start();
    const database = await started.open();
    await migrate(database, MIGRATIONS);
    store = storeOf(database);
    desk = await deskOver({ open: async () => store, now });
    token = await session('anna');
    csrf = formTokenOf(token);
  });
  afterAll(async () => {
    await store.close();
    await started.stop();
  });

  /** A session of a member with a passkey; the ceremony itself is tried in a browser. */
  async function session(name: string): Promise<string> {
    const invitation = await signInOf(store, now).invite(name);
    const at = new Date(clock).toISOString();
    const passkey = { ...PASSKEY, credentialId: `of ${name} ${invitation}`, member: name };
    expect(await store.passkeys.join(hashOf(invitation), passkey, at)).toBe(true);
    const made = `session of ${invitation}`.replaceAll(' ', '-');
    await store.passkeys.startSession(hashOf(made), name, {
      expiresAt: new Date(clock + DAY_MS / 2).toISOString(),
      now: at,
    });
    return made;
  }
  const report = async (body: typeof EXPERIENCE | typeof CORRECTION, today = TODAY) => {
    const submitted = await store.cases.submit({ report: body, today, keyHash: hashOf('key') });
    return 'stored' in submitted ? submitted.stored.number : '';
  };
  const stateOf = async (number: string) => (await store.cases.find(number))?.state;

  it('leads strangers to the sign-in, whatever page or act they ask for', async () => {
    const number = await report(EXPERIENCE);
    const front = await desk.request('/desk', { headers: { 'accept-language': 'zh-CN' } });
    expect([front.status, front.headers.get('location')]).toEqual([303, '/zh/desk']);
    const page = await desk.get('/en/desk');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Sign in with a passkey');
    for (const path of [`/en/desk/cases/${number}`, '/en/desk/log']) {
      const response = await desk.get(path, 'no-session');
      expect([response.status, response.headers.get('location')]).toEqual([303, '/en/desk']);
    }
    const act = await desk.post('/en/desk', { act: 'publish', case: number, csrf });
    expect([act.status, act.headers.get('location')]).toEqual([303, '/en/desk']);
    expect(await stateOf(number)).toBe('received');
  });

  it('is kept nowhere, listed nowhere, framed nowhere and read by no other site', async () => {
    for (const response of [await desk.get('/ru/desk'), await desk.get('/ru/desk', token)]) {
      const { headers } = response;
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      const policy = headers.get('content-security-policy');
      for (const part of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'"])
        expect(policy).toContain(part);
      expect(policy).not.toContain('unsafe');
      const html = await response.text();
      expect(html).toContain('<meta name="robots" content="noindex"/>');
    }
  });

  it('shows a case with what the data say of it, in each language', async () => {
    const number = await report(CORRECTION);
    for (const [language, words] of [
      ['ru', 'Что сказано в данных'],
      ['en', 'What the data say'],
      ['zh', '数据中的说法'],
    ]) {
      const html = await (await desk.get(`/${language}/desk/cases/${number}`, token)).text();
      expect(html).toContain(words);
      expect(html).toContain('mts-esim');
    }
    expect((await desk.get('/ru/desk/cases/26-0000-0', token)).status).toBe(404);
  });

  it('goes on with the next case that waits, or the last before it', async () => {
    const numbers: string[] = [];
    for (const day of ['2020-01-01', '2020-01-02', '2020-01-03']) {
      numbers.push(await report(EXPERIENCE, day));
    }
    const [first, second, third] = numbers;
    const decide = (fields: Record<string, string>) =>
      desk.post('/ru/desk', { csrf, ...fields }, token);
    const published = await decide({ act: 'publish', case: second ?? '' });
    expect(published.headers.get('location')).toBe(`/ru/desk?done=publish&case=${second}#${third}`);
    const asked = await decide({ act: 'ask', case: first ?? '', question: 'Где?', from: 'case' });
    expect(asked.headers.get('location')).toBe(`/ru/desk/cases/${third}?done=ask&case=${first}`);
    expect((await store.desk.show(first ?? ''))?.messages).toMatchObject([{ body: 'Где?' }]);
  });

  it('publishes a text only where its box is ticked', async () => {
    const [without, within] = [await report(CORRECTION), await report(CORRECTION)];
    await desk.post('/ru/desk', { csrf, act: 'publish', case: without }, token);
    await desk.post('/ru/desk', { csrf, act: 'publish', case: within, 'with-text': 'true' }, token);
    expect((await store.cases.find(without))?.isTextPublic).toBe(false);
    expect((await store.cases.find(within))?.isTextPublic).toBe(true);
  });

  it('declines many for one reason, and tells which were still open', async () => {
    const [one, two] = [await report(EXPERIENCE), await report(EXPERIENCE)];
    await desk.post('/ru/desk', { csrf, act: 'publish', case: one }, token);
    await store.cases.withdraw(two, hashOf('key'));
    const three = await report(EXPERIENCE);
    const response = await desk.post(
      '/ru/desk',
      [
        ['csrf', csrf],
        ['act', 'decline'],
        ['reason', 'spam'],
        ['case', two],
        ['case', three],
      ],
      token,
    );
    expect(response.headers.get('location')).toContain(`/ru/desk?done=decline&case=${three}`);
    expect(await Promise.all([one, two, three].map(stateOf))).toEqual([
      'published',
      'withdrawn',
      'declined',
    ]);
  });

  it.each([
    ['no reason', { act: 'decline' }, 'Не хватает сведений'],
    ['an unknown act', { act: 'delete' }, 'Не хватает сведений'],
    ['no question', { act: 'ask', question: ' ' }, 'Не хватает сведений'],
    [
      'a question of 501 characters',
      { act: 'ask', question: 'а'.repeat(501) },
      'Не хватает сведений',
    ],
    ['an experience that is accepted', { act: 'accept' }, 'Опыт публикуют'],
    ['a case merged into itself', { act: 'merge', into: 'itself' }, 'Объединить можно только'],
  ])('refuses %s in words, and changes nothing', async (_name, fields, sentence) => {
    const number = await report(EXPERIENCE);
    const into = 'into' in fields ? { into: number } : {};
    for (const from of [{}, { from: 'case' }]) {
      const response = await desk.post(
        '/ru/desk',
        { csrf, case: number, ...fields, ...into, ...from },
        token,
      );
      expect(response.status).toBe(409);
      expect(await response.text()).toContain(sentence);
    }
    expect(await stateOf(number)).toBe('received');
  });

  it.each([
    ['of another site', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }, 403],
    [
      'of another host of the same site',
      { origin: 'https://a.map.test', 'sec-fetch-site': 'same-site' },
      403,
    ],
    ['of a frame without origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    ['as plain text', { 'content-type': 'text/plain' }, 415],
    ['as JSON', { 'content-type': 'application/json' }, 415],
  ])('takes no form %s', async (_name, headers, status) => {
    const number = await report(EXPERIENCE);
    const fields = { csrf, act: 'publish', case: number };
    expect((await desk.post('/ru/desk', fields, token, headers)).status).toBe(status);
    expect((await desk.post('/desk/sign-in/options', {}, undefined, headers)).status).toBe(status);
    expect(await stateOf(number)).toBe('received');
  });

  it('takes no form without the token of its own session', async () => {
    const number = await report(EXPERIENCE);
    const other = formTokenOf(await session('boris'));
    for (const wrong of ['', other, hashOf(token)]) {
      const fields = { csrf: wrong, act: 'publish', case: number };
      expect((await desk.post('/ru/desk', fields, token)).status).toBe(403);
      expect((await desk.post('/desk/sign-out', { csrf: wrong }, token)).status).toBe(403);
    }
    expect(await stateOf(number)).toBe('received');
  });

  it('ends a session on the server at its sign-out', async () => {
    const own = await session('vera');
    const out = await desk.post('/desk/sign-out', { csrf: formTokenOf(own) }, own);
    expect(out.headers.get('set-cookie')).toMatch(
      /^__Host-desk=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await desk.get('/ru/desk/log', own)).status).toBe(303);
  });

  it('ends sessions and invitations on the server when their time is over', async () => {
    const own = await session('gleb');
    const invitation = await signInOf(store, now).invite('gleb');
    const ask = () => desk.post('/desk/passkeys/options', { invitation });
    expect((await desk.get('/ru/desk/log', own)).status).toBe(200);
    expect(await objectOf(await ask())).toMatchObject({
      rp: { id: 'map.test' },
      user: { name: 'gleb' },
    });
    const begun = clock;
    clock = begun + DAY_MS / 2;
    expect((await desk.get('/ru/desk/log', own)).status).toBe(303);
    clock = begun + 7 * DAY_MS;
    expect((await ask()).status).toBe(404);
    clock = begun;
  });

  it('stores nothing for strangers who ask for challenges, and takes no made-up answer', async () => {
    const before = await backupOf(store);
    const asked = await objectOf(await desk.post('/desk/sign-in/options', {}));
    expect(asked).toMatchObject({ rpId: 'map.test', userVerification: 'required' });
    const clientDataJSON = Buffer.from(
      JSON.stringify({ type: 'webauthn.get', challenge: asked.challenge, origin: ORIGIN }),
    ).toString('base64url');
    const response = { clientDataJSON, authenticatorData: 'AAAA', signature: 'AAAA' };
    for (const sent of [
      'nonsense',
      '{}',
      JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response }),
    ]) {
      expect((await desk.post('/desk/sign-in', { response: sent })).status).toBe(403);
      const refused = await desk.post('/desk/passkeys', { invitation: 'x', response: sent });
      expect(refused.status).toBe(404);
    }
    expect(await backupOf(store)).toBe(before);
  });

  it('takes a challenge once, for what it was made for, while it is good', async () => {
    const times = {
      now: new Date(clock).toISOString(),
      expiresAt: new Date(clock + 1_000).toISOString(),
    };
    expect(await store.passkeys.spendChallenge('hash', times)).toBe(true);
    expect(await store.passkeys.spendChallenge('hash', times)).toBe(false);
  });

  it('writes the names of members to its log, and no token', async () => {
    await session('dina');
    const html = await (await desk.get('/ru/desk/log', token)).text();
    expect(html).toContain('anna');
    expect(await backupOf(store)).not.toContain(token);
  });
});

describe('the web desk without its storage', () => {
  it('says so to members, and lets strangers make no database', async () => {
    const lost = await deskOver({
      open: async () => {
        throw new DatabaseUnavailable('gone');
      },
    });
    const page = await lost.get('/ru/desk', 'some-session');
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('Хранилище обращений сейчас недоступно');
    expect((await lost.get('/ru/desk')).status).toBe(200);
    expect((await lost.post('/desk/sign-in/options', {})).status).toBe(503);

    const never = await deskOver({
      hasAny: false,
      open: async () => {
        throw new Error('it must not be opened');
      },
    });
    expect((await never.get('/ru/desk', 'some-session')).status).toBe(200);
    expect((await never.post('/desk/sign-in/options', {})).status).toBe(403);
    expect((await never.post('/desk/passkeys/options', { invitation: 'x' })).status).toBe(404);
  });
});
