import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { SUPPORTS, VERDICTS } from '../../../data/core/schema/verdict.ts';
import { createRateLimit } from '../../../server/middleware/request-limit.ts';
import { startListening } from '../start-listening.ts';
import { createTestApp, jsonOf, type TestApp } from '../test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

type Arguments = Record<string, unknown>;

/** A client of the library's, connected over HTTP until its test ends. */
async function connect(negotiation: 'auto' | 'legacy' = 'auto') {
  const { address } = await startListening(test);
  const client = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode: negotiation } },
  );
  await client.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`)));
  onTestFinished(() => client.close());
  return {
    client,
    address,
    /** Calls a tool; the client checks the data against the schema that the server publishes. */
    async call(name: string, given: Arguments) {
      const { content, structuredContent, isError } = await client.callTool({
        name,
        arguments: given,
      });
      const [first] = content;
      return {
        text: first?.type === 'text' ? first.text : '',
        data: z.record(z.string(), z.unknown()).optional().parse(structuredContent),
        isError: isError === true,
      };
    },
  };
}

const FAMILY = {
  members: [
    { id: 'mother', ageBand: 'adult', citizenship: 'russian' },
    { id: 'child', ageBand: 'under-14', citizenship: 'russian' },
  ],
  lines: [
    {
      id: 'phone',
      memberId: 'mother',
      payer: true,
      contractRegionId: 'RU-SVE',
      deviceKind: 'phone',
    },
    {
      id: 'watch',
      memberId: 'child',
      holderId: 'mother',
      contractRegionId: 'RU-SVE',
      deviceKind: 'childrens-watch',
    },
  ],
};

/** Every object in a value, at any depth. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(objectsIn)];
}

describe('the tools for assistants', () => {
  it.each([
    ['auto', '2026-07-28'],
    ['legacy', '2025-11-25'],
  ] as const)(
    'are offered to a client that negotiates by %s, and only read',
    async (mode, revision) => {
      const { client } = await connect(mode);
      expect(client.getNegotiatedProtocolVersion()).toBe(revision);
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name)).toEqual([
        'find_region',
        'assess_household',
        'cite_evidence',
        'list_operators',
      ]);
      for (const { annotations, description, inputSchema, outputSchema } of tools) {
        expect(annotations).toMatchObject({ readOnlyHint: true });
        expect(description).toBeTruthy();
        expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
        expect(outputSchema).toMatchObject({ type: 'object' });
      }
      expect(client.getInstructions()).toContain('never stands for "no"');
    },
  );

  it('tell how to read an answer, in a resource', async () => {
    const { client } = await connect();
    const { resources } = await client.listResources();
    const [resource] = resources;
    const { contents } = await client.readResource({ uri: resource?.uri ?? '' });
    const text = JSON.stringify(contents);
    for (const word of [...VERDICTS, ...SUPPORTS]) expect(text).toContain(`\`${word}\``);
  });
});

describe('find_region', () => {
  it.each([
    ['Казань', 'found', 'RU-TA'],
    ['Tatarstan', 'found', 'RU-TA'],
    ['г. Екатеринбург, ул. Ленина, 1', 'found', 'RU-SVE'],
    ['喀山', 'found', 'RU-TA'],
    ['Киров', 'several', undefined],
    ['Казнь', 'only-near', undefined],
    ['Минск', 'outside', undefined],
    ['!?', 'not-found', undefined],
  ])('takes %s for %s', async (name, status, regionId) => {
    const { call } = await connect();
    const { data } = await call('find_region', { name });
    expect(data).toMatchObject({ status });
    expect(data?.regionId).toBe(regionId);
  });

  it('answers no near name, whatever letter of a town is left out', async () => {
    const { call } = await connect();
    const towns = test.service.places.slice(0, 12).map(({ name }) => name.ru);
    for (const town of towns) {
      const { data } = await call('find_region', { name: town.slice(0, 2) + town.slice(3) });
      const candidates = objectsIn(data?.candidates);
      expect(candidates.every(({ match }) => match !== 'near')).toBe(true);
      if (candidates.length === 0) expect(data?.regionId).toBeUndefined();
    }
  });

  it('names both regions of a point near a border, and none for one outside', async () => {
    const { call } = await connect();
    const near = await call('find_region', { lon: 37.62, lat: 55.75 });
    expect(near.data).toMatchObject({
      status: 'border',
      candidates: [{ regionId: 'RU-MOW' }, { regionId: 'RU-MOS' }],
    });
    expect(near.data?.regionId).toBeUndefined();
    const outside = await call('find_region', { lon: 2.35, lat: 48.86 });
    expect(outside.data).toMatchObject({ status: 'outside', candidates: [] });
  });
});

describe('assess_household', () => {
  it('says of a region what the API says', async () => {
    const { call, address } = await connect();
    for (const { id } of test.service.dataset.regions.filter((_, index) => index % 16 === 0)) {
      const { data } = await call('assess_household', { region: id, detailed: 2 });
      const answer = await jsonOf(await fetch(`${address}/api/v1/eligibility?region=${id}`));
      const { regionId, verdict, support, asOf, datasetHash } = answer;
      expect(data).toMatchObject({ regionId, verdict, support, asOf, datasetHash });
      const told = [...objectsIn(data?.operators), ...objectsIn(data?.otherOperators)]
        .filter(
          ({ operatorId, mayConclude }) => operatorId !== undefined && mayConclude !== undefined,
        )
        .map(({ operatorId, verdict, support }) => ({ operatorId, verdict, support }));
      const listed = z
        .array(z.object({ operatorId: z.string(), verdict: z.string(), support: z.string() }))
        .parse(answer.operators);
      expect(told).toEqual(listed);
    }
  });

  it('says of a household what the API says', async () => {
    const { call, address } = await connect();
    const { data } = await call('assess_household', { household: FAMILY });
    const answer = await jsonOf(
      await fetch(`${address}/api/v1/eligibility`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(FAMILY),
      }),
    );
    const { verdict, support, steps } = answer;
    expect(data).toMatchObject({ regionId: 'RU-SVE', verdict, support, steps });
  });

  it('gives no verdict without its support and what the two license to say', async () => {
    const { call } = await connect();
    for (const given of [{ region: 'RU-CHU' }, { lon: 37.62, lat: 55.75 }, { household: FAMILY }]) {
      const { data, text } = await call('assess_household', given);
      const verdicts = objectsIn(data).filter((each) => each.verdict !== undefined);
      expect(verdicts.length).toBeGreaterThan(5);
      for (const { support, mayConclude } of verdicts) {
        expect(SUPPORTS).toContain(support);
        expect(mayConclude).toMatch(/^Say /);
      }
      expect(text).toContain(String(data?.mayConclude));
    }
  });

  it('licenses no "no" for what is unknown, and nothing certain for what is of the country', async () => {
    const { call } = await connect();
    const { data } = await call('assess_household', { region: 'RU-TA', detailed: 25 });
    for (const { verdict, support, mayConclude } of objectsIn(data)) {
      if (verdict === 'unknown') expect(mayConclude).toMatch(/not known.*Never say no/);
      if (verdict === 'no' && support !== 'stated') expect(mayConclude).toMatch(/probably not/);
      if (verdict === 'partial' && support === 'countrywide') {
        expect(mayConclude).toMatch(
          /not confirmed for this region.*Never say that it is available here/,
        );
      }
    }
  });

  it('names evidence that can be cited, each with a source, a day and an address', async () => {
    const { call } = await connect();
    const { data } = await call('assess_household', { region: 'RU-TA', detailed: 1 });
    const ids = objectsIn(data?.operators).flatMap(({ claimIds }) =>
      z.array(z.string()).catch([]).parse(claimIds),
    );
    expect(ids.length).toBeGreaterThan(3);
    const cited = await call('cite_evidence', { claimIds: [...new Set(ids)].slice(0, 40) });
    const claims = objectsIn(cited.data).filter(({ statement }) => statement !== undefined);
    expect(claims).toHaveLength(new Set(ids).size);
    for (const { id, sources, reach, checkedOn } of claims) {
      expect(test.service.claimById.has(String(id))).toBe(true);
      expect(['own', 'country', 'elsewhere']).toContain(reach);
      expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(objectsIn(sources).map(({ url }) => url)).toContainEqual(
        expect.stringMatching(/^https?:/),
      );
    }
  });
});

describe('list_operators', () => {
  it('gives contacts with their day and source, those of a region where one is named', async () => {
    const { call } = await connect();
    const { data } = await call('list_operators', { region: 'RU-TA' });
    const operators = objectsIn(data?.operators).filter(({ brand }) => brand !== undefined);
    expect(operators).toHaveLength(test.service.consumerOperators.length);
    const contacts = operators.flatMap((operator) => objectsIn(operator.contacts));
    expect(contacts.length).toBeGreaterThan(5);
    for (const { sourceUrl, observedOn } of contacts) {
      expect(sourceUrl).toMatch(/^https?:/);
      expect(observedOn).toBeDefined();
    }
  });
});

describe('an error in a call', () => {
  it.each<[string, Arguments, RegExp]>([
    ['find_region', {}, /either a name alone, or lon and lat together/],
    ['find_region', { lon: 'x', lat: 500 }, /\/lon: .*-180 to 180[\s\S]*\/lat: .*-90 to 90/],
    ['find_region', { nam: 'Казань' }, /"nam"/],
    ['assess_household', {}, /a region such as RU-MOW, or lon and lat/],
    ['assess_household', { region: 'RU-XX' }, /"RU-XX".*Possible: RU-AD/],
    ['assess_household', { region: 'RU-TA', operator: 'nobody' }, /"nobody".*Possible: .*mts/],
    [
      'assess_household',
      { region: 'RU-TA', household: FAMILY },
      /a household, which names its regions/,
    ],
    ['assess_household', { household: { members: [], lines: [] } }, /\/household\/members/],
    ['assess_household', { lon: 2.35, lat: 48.86 }, /outside the 83 mapped regions/],
    ['cite_evidence', { claimIds: ['no-such-claim', 'nor-this'] }, /no-such-claim[\s\S]*nor-this/],
    ['list_operators', { operator: 'nobody' }, /"nobody"/],
  ])('of %s, %j, is told in a sentence', async (tool, given, sentence) => {
    const { call } = await connect();
    const { text, isError, data } = await call(tool, given);
    expect(isError).toBe(true);
    expect(data).toBeUndefined();
    expect(text).toMatch(sentence);
    expect(test.faults).toEqual([]);
  });
});

describe('the endpoint', () => {
  const MESSAGE = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const post = (address: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${address}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('keeps no session, and lets nobody keep its answers', async () => {
    const { address } = await startListening(test);
    const { status, headers } = await post(address, MESSAGE);
    expect(status).toBe(200);
    expect(headers.get('mcp-session-id')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it.each([
    ['several messages at once', [MESSAGE, MESSAGE], {}, 400],
    ['what is no JSON', '{', {}, 400],
    ['a key twice', '{"jsonrpc":"2.0","id":1,"id":2,"method":"tools/list"}', {}, 400],
    ['another media type', MESSAGE, { 'content-type': 'text/plain' }, 415],
    ['a large body', { ...MESSAGE, params: { filler: 'x'.repeat(70_000) } }, {}, 413],
    [
      'a page of another site, where it has no public origin',
      MESSAGE,
      { origin: 'https://other.example' },
      403,
    ],
  ])('refuses %s, in words', async (_, body, headers, status) => {
    const { address } = await startListening(test);
    const response = await post(address, body, headers);
    expect(response.status).toBe(status);
    expect((await jsonOf(response)).detail).toBeTruthy();
  });

  it('takes pages of every site where it has a public origin, and of its own machine where it has none', async () => {
    const published = await createTestApp({ origin: 'https://map.example.org' });
    const there = await startListening(published);
    expect((await post(there.address, MESSAGE, { origin: 'https://other.example' })).status).toBe(
      200,
    );
    const here = await startListening(test);
    expect((await post(here.address, MESSAGE, { origin: 'http://localhost:6274' })).status).toBe(
      200,
    );
  });

  it('tells browsers which fields they may send, and everybody that it takes POST only', async () => {
    const { address } = await startListening(test);
    const preflight = await fetch(`${address}/mcp`, {
      method: 'OPTIONS',
      headers: { origin: 'https://other.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(
      /MCP-Protocol-Version.*Mcp-Method.*Mcp-Name/,
    );
    for (const method of ['GET', 'DELETE']) {
      const { status, headers } = await fetch(`${address}/mcp`, { method });
      expect(status).toBe(405);
      expect(headers.get('allow')).toBe('OPTIONS, POST');
    }
  });

  it('counts within the limit of its client', async () => {
    const { address } = await startListening(test, { rateLimit: createRateLimit(1, () => 0) });
    const statuses = [];
    for (let calls = 0; calls < 3; calls++) statuses.push((await post(address, MESSAGE)).status);
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(429);
  });

  it('opens no stream that never ends', async () => {
    const { address } = await startListening(test);
    const response = await post(
      address,
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'subscriptions/listen',
        params: {
          notifications: { toolsListChanged: true },
          _meta: {
            'io.modelcontextprotocol/protocolVersion': '2026-07-28',
            'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
            'io.modelcontextprotocol/clientCapabilities': {},
          },
        },
      },
      { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' },
    );
    expect(await response.text()).toMatch(/limit|not found/i);
  });
});

describe('/llms.txt', () => {
  it('tells of every value, tool, question and file, with addresses that answer', async () => {
    const response = await test.app.request('http://localhost/llms.txt');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await response.text();
    for (const word of [...VERDICTS, ...SUPPORTS]) expect(text).toContain(`\`${word}\``);
    expect(text).toContain('`assess_household`');
    for (const { name } of test.service.downloads) expect(text).toContain(`/downloads/${name})`);
    const addresses = [...text.matchAll(/\]\((\/[^)]*)\)/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(30);
    for (const address of addresses) {
      const { status } = await test.app.request(`http://localhost${address}`);
      expect([address, status]).toEqual([address, 200]);
    }
  });
});
