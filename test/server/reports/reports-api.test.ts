import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OneCase } from '../../../server/api/report-documents.ts';
import { EXPERIENCE as TOLD_NO } from '../../fixtures/reports.ts';
import { enginesHere, type Started, temporaryFolder } from './engines.ts';
import { objectOf, type ReportsService, startReports } from './reports-service.ts';

const EXPERIENCE = { ...TOLD_NO, channel: 'shop' };
const CORRECTION = {
  kind: 'correction',
  claimId: 'mts-esim-supported',
  wrong: 'не так',
  right: 'вот так',
  lang: 'ru',
};

describe.each(enginesHere())('reports on $name', ({ start }) => {
  let started: Started;
  let service: ReportsService;
  beforeAll(async () => {
    started = await start();
    service = await startReports({
      dataDir: started.dataDir,
      databaseUrl: 'url' in started ? String(started.url) : undefined,
      shares: { plainANetwork: 1_000, plain: 10_000 },
    });
  });
  afterAll(async () => {
    await service.part.close();
    await started.stop();
  });

  const send = async (body: object, headers?: Record<string, string>) =>
    service.postJson('/api/v1/reports', body, headers);
  const sent = async (body: object, headers?: Record<string, string>) => {
    const response = await send(body, headers);
    expect(response.status).toBe(201);
    const { case: number, key, state, dueOn } = await objectOf(response);
    return { number: String(number), key: String(key), state, dueOn };
  };
  const problem = async (body: object, headers?: Record<string, string>) => {
    const response = await send(body, headers);
    return { status: response.status, ...(await objectOf(response)) };
  };

  it('lists nothing before the first report, and makes no database for it', async () => {
    const response = await service.request('/api/v1/cases');
    expect(await response.json()).toMatchObject({ cases: [], total: 0 });
  });

  it('takes an experience with a proof of work, and gives its case, key, state and day', async () => {
    const response = await send({ ...EXPERIENCE, proof: await service.proof() });
    expect(response.status).toBe(201);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      case: expect.stringMatching(/^26-.{4}-.$/),
      key: expect.stringMatching(/^(?:[a-z]+-){7}[a-z]+$/),
      state: 'received',
      dueOn: '2026-12-14',
    });
  });

  it('takes a proof as one text, as the widget of the library sends it', async () => {
    const proof = btoa(JSON.stringify(await service.proof()));
    expect((await send({ ...EXPERIENCE, proof })).status).toBe(201);
  });

  it('refuses a wrong proof, a changed task and a proof that was used', async () => {
    const proof = await service.proof();
    const wrong = { ...proof, solution: { counter: 1, derivedKey: '00' } };
    expect((await problem({ ...EXPERIENCE, proof: wrong })).status).toBe(403);
    expect((await problem({ ...EXPERIENCE, proof: 'nonsense' })).status).toBe(403);
    const challenge = {
      ...Object(proof.challenge),
      parameters: { ...Object(proof.challenge).parameters, cost: 1 },
    };
    expect((await problem({ ...EXPERIENCE, proof: { ...proof, challenge } })).status).toBe(403);
    expect((await send({ ...EXPERIENCE, proof })).status).toBe(201);
    expect(await problem({ ...EXPERIENCE, proof })).toMatchObject({
      status: 403,
      detail: expect.stringContaining('used before'),
    });
  });

  it('answers a retry alike, and refuses another report under its key', async () => {
    const headers = { 'idempotency-key': '"7f1d2c1e-0000-4000-8000-000000000001"' };
    const proof = await service.proof();
    const first = await sent({ ...EXPERIENCE, proof }, headers);
    expect(await sent({ ...EXPERIENCE, proof }, headers)).toEqual(first);
    expect(
      await sent({ ...Object.fromEntries(Object.entries(EXPERIENCE).reverse()) }, headers),
    ).toEqual(first);
    expect((await problem({ ...EXPERIENCE, outcome: 'worked' }, headers)).status).toBe(409);
    expect((await problem(EXPERIENCE, { 'idempotency-key': 'two words' })).status).toBe(400);
  });

  it.each([
    '1',
    'report-1',
    '"retry 1 of my report"',
    '000000000000000000000000',
    'abcabcabcabcabcabcabc',
    '1733000000000001',
    'x'.repeat(201),
  ])('refuses an idempotency key that others may have, too: %s', async (key) => {
    expect(await problem(EXPERIENCE, { 'idempotency-key': key })).toMatchObject({
      status: 400,
      errors: [{ parameter: 'Idempotency-Key', detail: expect.stringContaining('a random UUID') }],
    });
  });

  it.each([
    '7f1d2c1e-8c1b-4a77-9f6e-2b9f5f4d0c31',
    '"0f9a3c5b7d2e4f60a1b2c3d4e5f60718"',
    '01890a5d-ac96-774b-bcce-b302099a8057',
    'q83vEjRWeJCrze8SNFZ4kA==',
  ])('takes an idempotency key that nobody guesses: %s', async (key) => {
    await sent(EXPERIENCE, { 'idempotency-key': key });
  });

  it('shows choices of a case to everybody, and neither its key nor its text', async () => {
    const { number, key } = await sent({ ...EXPERIENCE, text: 'слова отправителя' });
    const response = await service.request(`/api/v1/cases/${number}`);
    expect(OneCase.safeParse(await response.clone().json())).toMatchObject({ success: true });
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      case: number,
      state: 'received',
      regionId: 'RU-TA',
      tried: 'bundle',
    });
    expect(text).not.toContain('слова');
    expect(text).not.toContain(key);
    expect(await (await service.request(`/ru/cases/${number}`)).text()).not.toContain('слова');
  });

  it('finds a case in small letters and look-alikes, and says where there is none', async () => {
    const { number } = await sent(EXPERIENCE);
    expect(
      (await service.request(`/api/v1/cases/${number.toLowerCase().replaceAll('-', '')}`)).status,
    ).toBe(200);
    expect((await service.request('/api/v1/cases/26-0000-1')).status).toBe(404);
    expect((await service.request('/ru/cases/nonsense')).status).toBe(404);
  });

  it('has one address on the pages, as their list has', async () => {
    const { number } = await sent(EXPERIENCE);
    const own = `/ru/cases/${number}`;
    for (const [asked, location] of [
      [`${own}/`, own],
      [own.toLowerCase(), own],
      ['/ru/cases/?x=1', '/ru/cases?x=1'],
    ] as const) {
      const response = await service.request(asked);
      expect([response.status, response.headers.get('location')]).toEqual([308, location]);
    }
    expect((await service.request(own)).status).toBe(200);
    expect((await service.request('/ru/cases')).status).toBe(200);
  });

  it('lists cases by operator and state, a page at a time', async () => {
    await sent({ ...EXPERIENCE, operatorId: 'beeline' });
    await sent({ ...EXPERIENCE, operatorId: 'beeline' });
    const response = await service.request('/api/v1/cases?operator=beeline&limit=1');
    expect(await response.json()).toMatchObject({
      cases: [{ operatorId: 'beeline' }],
      total: 2,
      links: [{ rel: 'self' }, { rel: 'next', href: expect.stringContaining('offset=1') }],
    });
    expect((await service.request('/api/v1/cases?colour=red')).status).toBe(400);
  });

  it('lets the sender read, answer and withdraw by the key, and nobody else learn anything', async () => {
    const { number, key } = await sent({ ...EXPERIENCE, text: 'слова отправителя' });
    const thread = `/api/v1/cases/${number}/thread`;
    const opened = await service.postJson(thread, { key: key.toUpperCase().replaceAll('-', ' ') });
    expect(await opened.json()).toMatchObject({
      report: { text: 'слова отправителя' },
      messages: [],
    });
    const answered = await service.postJson(thread, { key, answer: 'ещё подробность' });
    expect(await answered.json()).toMatchObject({
      messages: [{ author: 'sender', body: 'ещё подробность' }],
    });
    expect(
      (await service.postJson(thread, { key, answer: 'мой номер 8 916 123-45-67' })).status,
    ).toBe(400);
    const wrong = await service.postJson(thread, {
      key: 'abandon ability able about above absent absorb abstract',
    });
    const unknown = await service.postJson('/api/v1/cases/26-0000-0/thread', { key });
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    expect(await wrong.text()).toBe(await unknown.text());
    expect((await service.postJson(thread, { key, withdraw: true })).status).toBe(200);
    expect(await (await service.request(`/api/v1/cases/${number}`)).json()).toMatchObject({
      case: number,
      state: 'withdrawn',
    });
    expect((await service.postJson(thread, { key })).status).toBe(404);
  });

  it.each([
    ['an unknown region', { ...EXPERIENCE, regionId: 'RU-ZZZ' }, '/regionId'],
    ['an unknown operator', { ...EXPERIENCE, operatorId: 'nobody' }, '/operatorId'],
    ['a plan of another operator', { ...EXPERIENCE, planId: 'no-such-plan' }, '/planId'],
    ['a month to come', { ...EXPERIENCE, month: '2026-12' }, '/month'],
    ['no month', { ...EXPERIENCE, month: '2026-13' }, '/month'],
    ['an unknown word', { ...EXPERIENCE, tried: 'flying' }, '/tried'],
    ['501 characters', { ...EXPERIENCE, text: '😀'.repeat(501) }, '/text'],
    ['a telephone number', { ...EXPERIENCE, text: 'звоните 8 916 123-45-67' }, '/text'],
    ['an e-mail address', { ...EXPERIENCE, text: 'a@b.ru' }, '/text'],
    ['a card', { ...EXPERIENCE, text: '4111111111111111' }, '/text'],
    ['a passport', { ...EXPERIENCE, text: '4508 123456' }, '/text'],
    ['markup', { ...EXPERIENCE, text: '<img src=x>' }, '/text'],
    ['a bidirectional character', { ...EXPERIENCE, text: 'a\u202Eb' }, '/text'],
    ['a control character', { ...EXPERIENCE, text: 'a\u0000b' }, '/text'],
    ['an unknown claim', { ...CORRECTION, claimId: 'no-such-claim' }, '/claimId'],
    ['an address of a program', { ...CORRECTION, sourceUrl: 'javascript:alert(1)' }, '/sourceUrl'],
    [
      'an address that turns its direction',
      { ...CORRECTION, sourceUrl: 'https://example.org/\u202Efdp.exe' },
      '/sourceUrl',
    ],
    ['a telephone number in a correction', { ...CORRECTION, right: '+7 916 123 45 67' }, '/right'],
    ['two subjects', { ...CORRECTION, deviceId: 'x' }, ''],
    ['an unknown field', { ...EXPERIENCE, phone: '1' }, ''],
  ])('refuses %s and says where', async (_name, body, pointer) => {
    const refused = await problem(body);
    expect(refused).toMatchObject({
      status: 400,
      errors: expect.arrayContaining([expect.objectContaining({ pointer })]),
    });
  });

  it('takes 500 characters, each counted as people see it', async () => {
    expect((await send({ ...EXPERIENCE, text: '😀'.repeat(500) })).status).toBe(201);
  });

  it('names every error, not only the first', async () => {
    const refused = await problem({
      ...EXPERIENCE,
      regionId: 'RU-ZZZ',
      month: '2027-01',
      text: 'a@b.ru и 8 916 123-45-67',
    });
    expect(refused).toMatchObject({
      errors: [
        { pointer: '/regionId' },
        { pointer: '/month' },
        { pointer: '/text' },
        { pointer: '/text' },
      ],
    });
  });

  it('refuses a body of a megabyte, no JSON, and another media type', async () => {
    expect(
      (await service.postJson('/api/v1/reports', `{"kind":"${'a'.repeat(1e6)}"}`)).status,
    ).toBe(413);
    expect((await service.postJson('/api/v1/reports', '{')).status).toBe(400);
    expect(
      (await service.postJson('/api/v1/reports', '{}', { 'content-type': 'text/xml' })).status,
    ).toBe(415);
  });

  it('takes a hundred reports at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        sent({ ...EXPERIENCE, operatorId: ['mts', 't2', 'megafon', 'yota'][index % 4] }),
      ),
    );
    expect(new Set(all.map(({ number }) => number)).size).toBe(100);
  });

  describe('without scripts', () => {
    it('takes the form and shows number, key and QR code once', async () => {
      const response = await service.postForm('/api/v1/reports', { ...EXPERIENCE, text: '' });
      expect(response.status).toBe(201);
      const html = await response.text();
      expect(html).toMatch(/26-.{4}-./);
      expect(html).toContain('<svg');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    });

    it('keeps what was typed when something is wrong, and tells it in the words of the page', async () => {
      const response = await service.postForm('/api/v1/reports', {
        ...EXPERIENCE,
        text: 'мой номер 8 916 123-45-67',
      });
      expect(response.status).toBe(400);
      const html = await response.text();
      expect(html).toContain('«8 916 123-45-67» — похоже на номер телефона');
      expect(html).toContain('мой номер 8 916 123-45-67</textarea>');
    });

    it('opens, answers and withdraws a case by its key', async () => {
      const { number, key } = await sent({ ...EXPERIENCE, text: 'слова отправителя' });
      const page = `/en/cases/${number}`;
      expect(await (await service.postForm(page, { key })).text()).toContain('слова отправителя');
      expect(await (await service.postForm(page, { key, answer: 'more' })).text()).toContain(
        'more',
      );
      const wrong = await service.postForm(page, { key: 'wrong' });
      expect([wrong.status, await wrong.text()]).toEqual([
        404,
        expect.stringContaining('no case with this number and key'),
      ]);
      expect(await (await service.postForm(page, { key, withdraw: 'true' })).text()).toContain(
        'withdrawn',
      );
    });

    it.each(['ru', 'en', 'zh'])('lists cases in %s', async (language) => {
      const response = await service.request(`/${language}/cases`);
      expect([response.status, response.headers.get('content-language')]).toEqual([200, language]);
    });
  });

  it('stores nothing that names the sender', async () => {
    await send(EXPERIENCE, {
      'x-client': '203.0.113.77',
      'user-agent': 'Tell-Tale/1.0',
      cookie: 'id=tell-tale',
    });
    const { key } = await sent({ ...EXPERIENCE, text: 'открытый текст' });
    const dump = started.dump();
    for (const telling of ['203.0.113.77', 'Tell-Tale', 'tell-tale', key])
      expect(dump).not.toContain(telling);
  });
});

describe('the shares of a network', () => {
  let service: ReportsService;
  const folder = temporaryFolder();
  beforeEach(async () => {
    await service?.part.close();
    service = await startReports({
      dataDir: folder,
      shares: { plainANetwork: 2, plain: 5, provenANetwork: 3, keysANetwork: 2 },
    });
  });
  afterAll(() => service.part.close());

  const statusFrom = async (network: string, body: object) =>
    (await service.postJson('/api/v1/reports', body, { 'x-client': network })).status;

  it('are small without a proof of work, and larger with one', async () => {
    const plain = [
      await statusFrom('a', EXPERIENCE),
      await statusFrom('a', EXPERIENCE),
      await statusFrom('a', EXPERIENCE),
    ];
    expect(plain).toEqual([201, 201, 429]);
    expect(await statusFrom('a', { ...EXPERIENCE, proof: await service.proof() })).toBe(201);
    expect(await statusFrom('b', EXPERIENCE)).toBe(201);
  });

  it('end for all without a proof when all together sent enough', async () => {
    const statuses: number[] = [];
    for (const network of ['a', 'b', 'c', 'd', 'e', 'f'])
      statuses.push(await statusFrom(network, EXPERIENCE));
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
  });

  it('hold for trying keys, too', async () => {
    const attempt = async () =>
      (await service.postJson('/api/v1/cases/26-0000-0/thread', { key: 'x' }, { 'x-client': 'a' }))
        .status;
    expect([await attempt(), await attempt(), await attempt()]).toEqual([404, 404, 429]);
  });
});
