import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Operator } from '../../../../data/core/schema/operator.ts';
import { FOLDER_NAMES } from '../../../../data/tools/authored/authored-data.ts';
import { readDataFiles } from '../../../../data/tools/authored/data-files.ts';
import { compareData, readGitFiles } from '../../../../data/tools/cli/compare-data.ts';

const DATA = join(import.meta.dirname, '../../../../data/facts');
let copy = '';

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  execFileSync('git', [...identity, ...args], { cwd: copy, stdio: 'pipe' });
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'data-diff-'));
  for (const name of ['release.json', ...FOLDER_NAMES]) {
    await cp(join(DATA, name), join(copy, 'data/facts', name), { recursive: true }).catch(
      () => undefined,
    );
  }
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'data: as shipped');
});
afterAll(() => rm(copy, { recursive: true, force: true }));

describe('data:diff', () => {
  it('reads the same files out of git as lie in the folder', async () => {
    const committed = await readGitFiles(copy, 'HEAD');
    expect(new Map(committed)).toEqual(new Map(await readDataFiles(join(copy, 'data/facts'))));
  });

  it('says that nothing moves when nothing changed', async () => {
    const files = await readDataFiles(join(copy, 'data/facts'));
    expect(compareData(await readGitFiles(copy, 'HEAD'), files)).toEqual([]);
  });

  it('says which regions MTS loses when the claim that its eSIM exists is removed', async () => {
    const path = join(copy, 'data/facts/operators/mts.json');
    const mts = Operator.parse(JSON.parse(await readFile(path, 'utf8')));
    const removed = mts.claims.filter(({ findings }) =>
      findings.some(({ axis }) => axis === 'esim'),
    );
    expect(removed.length).toBeGreaterThan(0);
    const claims = mts.claims.filter((claim) => !removed.includes(claim));
    await writeFile(path, JSON.stringify({ ...mts, claims }));
    const sentences = compareData(
      await readGitFiles(copy, 'HEAD'),
      await readDataFiles(join(copy, 'data/facts')),
    );
    expect(sentences.join('\n')).toMatch(/^MTS goes from partial to unknown in \d+ regions/m);
    expect(sentences.filter((sentence) => sentence.startsWith('Beeline'))).toEqual([]);
  });

  it('says how well a verdict is known where it stays and its sources speak of no region', async () => {
    const files = await readGitFiles(copy, 'HEAD');
    const weaker = [...files].map(([file, text]): [string, string] => [
      file,
      file.startsWith('operators/')
        ? text.replaceAll('"reach": "own"', '"reach": "country"')
        : text,
    ]);
    expect(compareData(files, new Map(weaker)).join('\n')).toMatch(
      /stays \w+, its support goes from \w+ to \w+ in/,
    );
  });

  it('says where the map grows darker because the plan is known better, while the verdict stays', async () => {
    const files = await readGitFiles(copy, 'HEAD');
    const source = {
      id: 'megafon-tatarstan-page',
      title: 'МегаСемья',
      publisher: 'megafon.ru',
      publisherId: 'megafon',
      url: 'https://tatarstan.megafon.ru/megasemya',
      confidence: 'official',
      observedOn: '2026-11-20',
    };
    const text = files.get('operators/megafon.json') ?? '';
    const megafon = Operator.parse(JSON.parse(text));
    const claim = {
      id: 'mf-tatarstan-page',
      topic: 'family-plan',
      statement: { ru: 'Есть.', en: 'There is.', zh: '有。' },
      sourceIds: [source.id],
      method: 'stated',
      regionIds: ['RU-TA'],
      reach: 'own',
      findings: [
        {
          axis: 'sharedPlan',
          value: 'partial',
          planId: 'megafon-megasemya',
          conditions: [{ code: 'plan-openness-unknown', params: { planId: 'megafon-megasemya' } }],
        },
      ],
      checkedOn: '2026-11-20',
    };
    const better = new Map([
      ...files,
      [
        'operators/megafon.json',
        JSON.stringify({ ...megafon, claims: [...megafon.claims, claim] }),
      ],
      [`sources/${source.id}.json`, JSON.stringify(source)],
    ]);
    expect(compareData(files, better)).toEqual([
      'A common bundle stays partial, what is known of its plan goes from countrywide to stated in Tatarstan (RU-TA)',
    ]);
  });

  it("repeats git's words for a reference that does not exist", async () => {
    await expect(readGitFiles(copy, 'no-such-branch')).rejects.toThrow(
      /git ls-tree: .*no-such-branch/,
    );
  });
});
