import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { namesIn } from '../../data/tools/files/replace.ts';
import { copyParts } from '../project-copy.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What `npm run data:build` reads. */
const READ = [
  'build/data',
  'data/facts',
  'data/tools/import',
  'test/vectors',
  'package.json',
  'package-lock.json',
];
const KEPT = 'build/kept/data';
/** A build from nothing takes half a minute of one core. */
const HANGING_MILLISECONDS = 900_000;

/** A copy that goes with the test. Nobody needs to have imported anything. */
async function copyOf(paths: readonly string[]): Promise<string> {
  const copy = await copyParts(paths, { optional: ['data/imported'] });
  onTestFinished(() => copy.remove());
  return copy.folder;
}

const Operator = z.looseObject({
  claims: z.array(z.looseObject({ statement: z.looseObject({ ru: z.string() }) })).min(1),
});
const Numbering = z.looseObject({ counts: z.record(z.string(), z.record(z.string(), z.number())) });

/** Adds a word to a claim and a number to an operator in one region, whatever they are. */
async function changeFacts(root: string): Promise<void> {
  const facts = join(root, 'data/facts');
  const change = async <T>(folder: string, schema: z.ZodType<T>, by: (value: T) => void) => {
    const [name = ''] = (await readdir(join(facts, folder))).filter((file) =>
      file.endsWith('.json'),
    );
    const path = join(facts, folder, name);
    const value = schema.parse(JSON.parse(await readFile(path, 'utf8')));
    by(value);
    await writeFile(path, JSON.stringify(value));
  };
  await change('operators', Operator, ({ claims: [first] }) => {
    if (first !== undefined) first.statement.ru += ' Добавлено.';
  });
  await change('numbering', Numbering, ({ counts }) => {
    const [ofFirst] = Object.values(counts);
    const [region] = Object.entries(ofFirst ?? {});
    if (ofFirst !== undefined && region !== undefined) ofFirst[region[0]] = region[1] + 1000;
  });
}

async function buildData(root: string): Promise<void> {
  await promisify(execFile)('node', [join(root, 'build/data/tools/cli/build.js')], { cwd: root });
}

async function sumsIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sums = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name));
      const sum = createHash('sha256').update(bytes).digest('hex');
      return [join(parentPath, name).slice(folder.length), sum] as const;
    });
  return Object.fromEntries(await Promise.all(sums));
}

it(
  'a build after a changed fact writes what a build from nothing writes, also out of damaged kept work',
  async () => {
    const fresh = await copyOf(READ);
    const later = await copyOf([...READ, 'data/dist', KEPT]);
    const before = await readdir(join(later, KEPT));
    // As a killed build and a bad disk would leave it.
    for (const [index, name] of before.slice(0, 20).entries()) {
      const path = join(later, KEPT, name);
      const bytes = await readFile(path);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      if (index % 2 === 0) await writeFile(path, bytes);
      else await truncate(path, bytes.length >> 1);
    }
    for (const root of [fresh, later]) await changeFacts(root);
    await buildData(later);
    await buildData(fresh);
    const sums = await sumsIn(join(fresh, 'data/dist'));
    expect(Object.keys(sums).length).toBeGreaterThan(100);
    expect(sums).not.toEqual(await sumsIn(join(ROOT, 'data/dist')));
    expect(await sumsIn(join(later, 'data/dist'))).toEqual(sums);
    // And it did take over what had not changed.
    const after = new Set(await namesIn(join(later, KEPT)));
    expect(before.filter((name) => after.has(name)).length).toBeGreaterThan(before.length / 2);
  },
  HANGING_MILLISECONDS,
);
