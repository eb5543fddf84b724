import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import * as z from 'zod';
import { REPORT_DOCUMENTS } from '../../server/api/report-documents.ts';
import { Problem } from '../../server/middleware/problem.ts';
import { createTestApp, jsonOf, type TestApp } from '../server/test-app.ts';
import { undeclaredBreaks } from './breaking-changes/breaking-changes.ts';

const ROOT = join(import.meta.dirname, '../..');
/** An example that does not match its schema is only a warning by default. */
const LINT_RULES = `extends: [recommended]
rules:
  no-invalid-media-type-examples: error
  no-invalid-parameter-examples: error
  no-invalid-schema-examples: error
`;
const SNAPSHOT = join(import.meta.dirname, 'openapi.snap.json');
const ORIGIN = 'http://localhost:8787';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ origin: ORIGIN });
});

const documentOf = async (query = '') => jsonOf(await test.app.request(`/api/v1/api${query}`));

const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(
    z.object({ name: z.string(), in: z.enum(['path', 'query']), example: z.unknown().optional() }),
  ),
  requestBody: z
    .object({
      content: z.object({ 'application/json': z.object({ example: z.unknown().optional() }) }),
    })
    .optional(),
});
const Paths = z.record(z.string(), z.record(z.string(), Operation));

/** The operations of a document, each with an address and a body from its examples. */
function operationsOf({ paths }: Record<string, unknown>) {
  return Object.entries(Paths.parse(paths)).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters, requestBody }]) => ({
      operationId,
      method: method.toUpperCase(),
      address: parameters
        .filter((parameter) => parameter.in === 'path')
        .reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path),
      parameters: parameters
        .filter((parameter) => parameter.in === 'query')
        .map(({ name }) => name),
      body: requestBody && JSON.stringify(requestBody.content['application/json'].example),
    })),
  );
}

/** The pattern of a query parameter, read without the flag `u`. */
function patternOf(paths: unknown, path: string, name: string): RegExp {
  const Parameters = z.array(
    z.object({ name: z.string(), schema: z.object({ pattern: z.string().optional() }) }),
  );
  const { get } = z
    .record(z.string(), z.object({ get: z.object({ parameters: Parameters }).optional() }))
    .parse(paths)[path] ?? { get: undefined };
  const found = get?.parameters.find((parameter) => parameter.name === name);
  return new RegExp(found?.schema.pattern ?? 'no such pattern');
}

describe('the API document', () => {
  it.each([
    ['by default', '', '3.0', 'application/vnd.oai.openapi+json;version=3.0'],
    ['on request', '?f=openapi3.1', '3.1', 'application/vnd.oai.openapi+json;version=3.1'],
  ])('%s (%j) is valid OpenAPI %s', async (_when, query, version, type) => {
    const response = await test.app.request(`/api/v1/api${query}`);
    expect(response.headers.get('content-type')).toBe(type);
    const validator = new Validator();
    const result = await validator.validate(await jsonOf(response));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(validator.version).toBe(version);
  });

  it('says the same in YAML as in JSON', async () => {
    const response = await test.app.request('/api/v1/api?f=yaml');
    const text = await response.text();
    expect(text).toBe(stringify(await documentOf(), { aliasDuplicateObjects: false }));
  });

  it.each(['', '?f=openapi3.1'])('passes the linter, its examples with it (%j)', async (query) => {
    const folder = await mkdtemp(join(tmpdir(), 'openapi-'));
    try {
      await writeFile(join(folder, 'redocly.yaml'), LINT_RULES);
      await writeFile(join(folder, 'openapi.json'), JSON.stringify(await documentOf(query)));
      const { stdout } = await promisify(execFile)(
        join(ROOT, 'node_modules/.bin/redocly'),
        ['lint', 'openapi.json', '--config', 'redocly.yaml', '--format', 'json'],
        { cwd: folder, env: { ...process.env, REDOCLY_TELEMETRY: 'off' } },
      );
      expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0 } });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('documents the parameters that each address knows, and each of them is checked', async () => {
    for (const { address, method, body, parameters } of operationsOf(await documentOf())) {
      /** What the service says of a value that no parameter takes: a control character. */
      const errorOf = async (name: string) => {
        const response = await test.app.request(`/api/v1${address}?${name}=%01`, {
          method,
          ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
        });
        expect([address, name, response.status]).toEqual([address, name, 400]);
        const { errors } = Problem.parse(await response.json());
        return errors?.find(({ parameter }) => parameter === name);
      };
      const undeclared = await errorOf('undeclared');
      expect([address, undeclared?.allowed]).toEqual([address, parameters]);
      for (const name of parameters) {
        const error = await errorOf(name);
        expect([address, name, error?.value]).toEqual([address, name, '\u0001']);
        expect([address, name, error?.detail]).not.toEqual([address, name, undeclared?.detail]);
      }
    }
  });

  it('writes patterns that any validator reads, and that take the same texts', async () => {
    for (const query of ['', '?f=openapi3.1']) {
      const document = JSON.stringify(await documentOf(query));
      const patterns = [...document.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
        z.string().parse(JSON.parse(text ?? '')),
      );
      expect(patterns.length).toBeGreaterThan(50);
      // A class by property means something to expressions with the flag `u` only, which not every validator sets.
      for (const pattern of patterns) expect(pattern).not.toMatch(/\\[pP]\{/);
    }
    const { paths } = await documentOf();
    const pattern = patternOf(paths, '/places', 'q');
    expect(['Казань', '喀山', 'a b', '\u{1f600}'].filter((text) => !pattern.test(text))).toEqual(
      [],
    );
    expect(['a\tb', '\u0001', '\u007f', '\u0085'].filter((text) => pattern.test(text))).toEqual([]);
    const filter = patternOf(paths, '/collections/regions/items', 'filter');
    expect([filter.test('a\n\tb'), filter.test('a\u0001b')]).toEqual([true, false]);
    const datetime = patternOf(paths, '/collections/regions/items', 'datetime');
    for (const time of [
      ...['2026-01-01', '2026-01-01T00:00:00Z', '2026-01-01t00:00:00.5+03:00', '2026-01-01/..'],
      ...['../2026-01-01', '/2026-01-01', '2026-01-01/2026-02-01T00:00:00Z', '0', '..', '../..'],
      ...['2026-01-01T00:00Z', '2026-01-01T00:00:00+0300', 'yesterday', '2026-01-01/a'],
    ]) {
      const query = new URLSearchParams({ datetime: time, limit: '1' }).toString();
      const { status } = await test.app.request(`/api/v1/collections/regions/items?${query}`);
      expect([time, datetime.test(time)]).toEqual([time, status === 200]);
    }
  });

  it('tells of every status that an answer may have', async () => {
    const { paths } = await documentOf();
    const statuses = z.record(
      z.string(),
      z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
    );
    for (const methods of Object.values(statuses.parse(paths))) {
      for (const [method, { responses }] of Object.entries(methods)) {
        const all = ['400', '405', '406', '414', '429', '500'];
        const own = method === 'get' ? ['304', '412'] : ['413', '415'];
        expect(Object.keys(responses)).toEqual(expect.arrayContaining([...all, ...own]));
      }
    }
  });

  it('documents every route', async () => {
    const documented = operationsOf(await documentOf()).map(({ operationId }) => operationId);
    const documents = [...test.routes.map(({ document }) => document), ...REPORT_DOCUMENTS];
    expect(documented).toEqual(documents.map(({ operationId }) => operationId));
  });

  it('describes each parameter in words of its own', async () => {
    const { paths } = await documentOf();
    const Described = z.array(z.object({ name: z.string(), description: z.string().min(5) }));
    for (const [path, methods] of Object.entries(Object(paths))) {
      for (const { parameters } of z
        .array(z.object({ parameters: Described }))
        .parse(Object.values(Object(methods)))) {
        const representations = parameters.filter(
          ({ description }) => description === 'Representation',
        );
        expect(
          representations.map(({ name }) => name),
          path,
        ).toEqual(['f']);
      }
    }
  });

  it('says that a correction is about exactly one fact', async () => {
    const { paths } = await documentOf();
    const text = JSON.stringify(Reflect.get(Object(paths), '/reports'));
    expect(text).toContain(
      '"oneOf":[{"required":["claimId"]},{"required":["contactId"]},{"required":["placeId"]},{"required":["deviceId"]}]',
    );
  });

  it('has the parameters that OGC API Features asks for', async () => {
    const { paths } = await documentOf();
    const text = JSON.stringify(Reflect.get(Object(paths), '/collections/regions/items'));
    for (const name of ['bbox', 'datetime', 'limit', 'offset', 'filter', 'verdict', 'f']) {
      expect(text).toContain(`"name":"${name}"`);
    }
  });

  // Both in one, so that `npm run api:snapshot` commits nothing that breaks and does not say so.
  it('breaks nothing that users rely on without saying so, and is committed as it is', async () => {
    const current = await documentOf();
    const committed: unknown = JSON.parse(await readFile(SNAPSHOT, 'utf8'));
    expect(
      undeclaredBreaks(committed, current),
      'take this back, or raise the major or minor number in server/openapi/create-document.ts',
    ).toEqual([]);
    await expect(
      `${JSON.stringify(current, null, 1)}\n`,
      'once the change is meant: npm run api:snapshot',
    ).toMatchFileSnapshot(SNAPSHOT);
  });
});
