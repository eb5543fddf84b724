import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemaFiles } from '../../../../data/tools/authored/format-json.ts';

const FOLDER = join(import.meta.dirname, '../../../../data/facts/json-schema');

describe('the JSON Schemas for editors', () => {
  const files = jsonSchemaFiles();

  it.each([...files])(
    '%s is what the zod schemas say (else: npm run data:schema)',
    (name, text) => {
      expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
    },
  );

  it('has no file that nothing writes', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual([...files.keys()].toSorted());
  });

  it('refuses unknown keys, as the build does', () => {
    expect(JSON.parse(files.get('sources.schema.json') ?? '')).toMatchObject({
      additionalProperties: false,
      required: expect.arrayContaining(['id', 'url', 'confidence']),
    });
  });

  it('is offered by the editor settings for every folder of facts', () => {
    const settings = readFileSync(join(FOLDER, '../../../.vscode/settings.json'), 'utf8');
    for (const name of files.keys()) expect(settings).toContain(`./data/facts/json-schema/${name}`);
  });
});
