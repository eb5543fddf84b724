import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { breakingChanges } from './breaking-changes.ts';
import { createTestApp, jsonOf, type TestApp } from './test-app.ts';

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

  it('documents every route, and its parameters are those that are checked', async () => {
    const { paths } = await documentOf();
    for (const { document } of test.routes) {
      const operation = Reflect.get(
        Object(Reflect.get(Object(paths), document.path)),
        document.method,
      );
      const parameters: { name: string; in: string }[] = Reflect.get(
        Object(operation),
        'parameters',
      );
      const names = parameters
        .filter((parameter) => parameter.in === 'query')
        .map(({ name }) => name);
      expect(names).toEqual(Object.keys(document.query.shape));
    }
  });

  it('has the parameters that OGC API Features asks for', async () => {
    const { paths } = await documentOf();
    const text = JSON.stringify(Reflect.get(Object(paths), '/collections/regions/items'));
    for (const name of ['bbox', 'datetime', 'limit', 'offset', 'filter', 'verdict', 'f']) {
      expect(text).toContain(`"name":"${name}"`);
    }
  });

  it('breaks nothing that users of the committed version rely on', async () => {
    const current = await documentOf();
    if (process.env.UPDATE_OPENAPI === 'yes') {
      await writeFile(SNAPSHOT, `${JSON.stringify(current, null, 1)}\n`);
    }
    const committed: unknown = JSON.parse(await readFile(SNAPSHOT, 'utf8'));
    expect(breakingChanges(committed, current)).toEqual([]);
  });

  it('is committed in its present state', async () => {
    // After an additive change: UPDATE_OPENAPI=yes npx vitest run test/server/openapi.test.ts
    const committed: unknown = JSON.parse(await readFile(SNAPSHOT, 'utf8'));
    expect(Object.keys(Object(Reflect.get(Object(committed), 'paths')))).toEqual(
      Object.keys(Object((await documentOf()).paths)),
    );
  });
});

describe('a breaking change', () => {
  const committed = {
    paths: {
      '/a': {
        get: {
          parameters: [
            {
              name: 'x',
              in: 'query',
              required: false,
              schema: { type: 'string', enum: ['p', 'q'] },
            },
          ],
          responses: { 200: { content: { 'application/json': {} } } },
        },
      },
    },
    components: {
      schemas: { Thing: { properties: { id: { type: 'string' } }, required: ['id'] } },
    },
  };
  const changed = (change: (copy: typeof committed) => void) => {
    const copy = structuredClone(committed);
    change(copy);
    return breakingChanges(committed, copy);
  };

  it.each<[string, (copy: typeof committed) => void]>([
    ['a path that is gone', (copy) => Reflect.deleteProperty(copy.paths, '/a')],
    ['a parameter that is gone', (copy) => void copy.paths['/a'].get.parameters.pop()],
    [
      'a parameter that became required',
      (copy) =>
        void copy.paths['/a'].get.parameters.forEach((parameter) => {
          parameter.required = true;
        }),
    ],
    [
      'a value that is no longer allowed',
      (copy) =>
        void copy.paths['/a'].get.parameters.forEach(
          (parameter) => void parameter.schema.enum.pop(),
        ),
    ],
    [
      'a media type that is gone',
      (copy) =>
        Reflect.deleteProperty(copy.paths['/a'].get.responses[200].content, 'application/json'),
    ],
    [
      'a property that is gone',
      (copy) => Reflect.deleteProperty(copy.components.schemas.Thing.properties, 'id'),
    ],
    [
      'a property of another type',
      (copy) => {
        copy.components.schemas.Thing.properties.id.type = 'integer';
      },
    ],
    [
      'a property that may be missing now',
      (copy) => void copy.components.schemas.Thing.required.pop(),
    ],
  ])('%s is found', (_name, change) => {
    expect(changed(change)).toHaveLength(1);
  });

  it('is not what adds something', () => {
    expect(changed((copy) => Reflect.set(copy.paths, '/b', { get: {} }))).toEqual([]);
    expect(
      changed((copy) => Reflect.set(copy.components.schemas.Thing.properties, 'name', {})),
    ).toEqual([]);
  });
});
