import { describe, expect, it } from 'vitest';
import { Source } from '../../../../data/core/schema/claim.ts';
import { Operator } from '../../../../data/core/schema/operator.ts';
import { formatDataFile } from '../../../../data/tools/authored/format-json.ts';
import { addFact, FACT_FIELDS, FactAnswers } from '../../../../data/tools/cli/add-fact.ts';
import { sampleData, sampleFiles } from '../../../fixtures/sample-data.ts';

const files = sampleFiles(sampleData());
const ANSWERS = {
  subject: 'operators/north',
  id: 'north-esim-shop',
  topic: 'esim-channel',
  regions: 'RU-MOW, RU-TA',
  reach: 'own',
  method: 'stated',
  'statement-ru': 'Профиль выдают в салоне.',
  'statement-en': 'The profile is handed out in shops.',
  'statement-zh': '在营业厅领取配置文件。',
  axis: 'esim',
  value: 'partial',
  condition: 'visit-office',
  'source-id': 'north-shops',
  'source-title': 'Салоны',
  'source-publisher': 'Север',
  'source-publisher-id': 'north',
  'source-url': 'https://north.example/shops',
  'source-confidence': 'official',
  'source-observed-on': '2026-11',
};

function add(changes: Record<string, string> = {}) {
  return addFact(files, FactAnswers.parse({ ...ANSWERS, ...changes }), '2026-11-21');
}

function problems(changes: Record<string, string>): string {
  const result = add(changes);
  return result.ok ? 'accepted' : result.problems.join('\n');
}

describe('adding a fact', () => {
  it('appends the claim to its subject and writes the new source', () => {
    const result = add();
    if (!result.ok) throw new Error(result.problems.join('\n'));
    expect([...result.changed.keys()]).toEqual([
      'operators/north.json',
      'sources/north-shops.json',
    ]);
    const operator = Operator.parse(JSON.parse(result.changed.get('operators/north.json') ?? ''));
    expect(operator.claims.at(-1)).toMatchObject({
      id: 'north-esim-shop',
      regionIds: ['RU-MOW', 'RU-TA'],
      checkedOn: '2026-11-21',
      findings: [{ axis: 'esim', value: 'partial', conditions: [{ code: 'visit-office' }] }],
    });
    const source = Source.parse(JSON.parse(result.changed.get('sources/north-shops.json') ?? ''));
    expect(source).toMatchObject({ confidence: 'official', observedOn: '2026-11' });
  });

  it('writes what the formatter leaves as it is, and takes a look made after the release in the making', () => {
    const result = addFact(files, FactAnswers.parse(ANSWERS), '2026-12-01');
    const changed = result.ok ? [...result.changed] : [];
    expect(changed).toHaveLength(2);
    for (const [file, text] of changed) expect(formatDataFile(file, text), file).toBe(text);
  });

  it('leaves an existing source alone', () => {
    const result = add({ 'source-id': 'north-site' });
    expect(result.ok && [...result.changed.keys()]).toEqual(['operators/north.json']);
  });

  it('refuses a claim id that is taken', () => {
    expect(problems({ id: 'north-esim' })).toMatch(/claim id north-esim is taken/);
  });

  it('refuses a statement that is made already', () => {
    expect(problems({ 'statement-en': 'Statement 2' })).toMatch(/same statement as north-esim/);
  });

  it('refuses an unknown subject', () => {
    expect(problems({ subject: 'operators/south' })).toBe(
      'subject: there is no file operators/south.json in data',
    );
  });

  it('names the file that was meant where the folder is left out', () => {
    expect(problems({ subject: 'north' })).toBe(
      'subject: there is no file north.json in data; did you mean operators/north?',
    );
  });

  it('refuses a new source that says nothing of itself, naming each field that is missing', () => {
    const { id, topic, subject, regions, reach, method, ...rest } = ANSWERS;
    const statements = Object.entries(rest).filter(([name]) => name.startsWith('statement'));
    const answers = FactAnswers.parse({
      ...{ id, topic, subject, regions, reach, method, 'source-id': 'blank' },
      ...Object.fromEntries(statements),
    });
    const result = addFact(files, answers, '2026-11-21');
    const text = result.ok ? 'accepted' : result.problems.join('\n');
    for (const field of ['title', 'publisher', 'url', 'confidence']) expect(text).toContain(field);
  });

  it('refuses a contradiction that is not declared', () => {
    expect(problems({ value: 'no' })).toMatch(/north-esim and north-esim-shop contradict/);
  });

  it('asks a question for every field', () => {
    expect(FACT_FIELDS.map(({ name }) => name)).toEqual(Object.keys(FactAnswers.shape));
    expect(FACT_FIELDS.filter(({ name, question }) => name === question)).toEqual([]);
    expect(FACT_FIELDS.filter(({ optional }) => optional).map(({ name }) => name)).toContain(
      'axis',
    );
  });
});
