import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Source } from '../../../data/core/schema/source.ts';

const folder = join(import.meta.dirname, '../../../data/facts/sources');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const sources = files.map((name) => {
  const parsed = Source.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  if (!parsed.success) throw new Error(`${name}: ${parsed.error.message}`);
  return { name, source: parsed.data };
});

describe('the cited sources', () => {
  it('each stand in a file named after their id', () => {
    expect(sources.filter(({ name, source }) => name !== `${source.id}.json`)).toEqual([]);
  });

  it('cite each address once', () => {
    const urls = sources.map(({ source }) => source.url);
    expect(urls.filter((url, index) => urls.indexOf(url) !== index)).toEqual([]);
  });

  it('say why where they have no date', () => {
    const silent = sources.filter(({ source }) => source.observedOn === undefined && !source.note);
    expect(silent).toEqual([]);
  });

  it('are none newer than the day the dataset was checked', () => {
    const newer = sources.filter(({ source }) => (source.observedOn ?? '') > '2026-11-23');
    expect(newer).toEqual([]);
  });

  it('call register files `register` and nothing else', () => {
    const registers = sources.filter(({ source }) => source.confidence === 'register');
    expect(registers.map(({ source }) => source.id).sort()).toEqual([
      'numbering-register-2020-11-06',
      'numbering-register-2023-01',
      'numbering-register-2026-04',
      'numbering-register-2026-08-19',
    ]);
  });
});
