import { describe, expect, it } from 'vitest';
import { parseData } from '../../../../data/tools/authored/data-files.ts';
import { formatIssue } from '../../../../data/tools/authored/issue.ts';
import { lintData } from '../../../../data/tools/lint/lint-data.ts';
import { sampleData, sampleFiles } from '../../../fixtures/sample-data.ts';

const market = { ru: 'Весь мир', en: 'Global', zh: '全球' };
const device = (id: string, model: string, rest: Record<string, unknown> = {}) => ({
  id,
  brand: 'Maker',
  model,
  kind: 'phone',
  esim: 'no',
  sourceIds: ['north-site'],
  ...rest,
});

/** What the rules about devices say of these files. */
function lint(files: Record<string, unknown>): string[] {
  const texts = Object.entries(files).map(
    ([name, content]) => [`devices/${name}.json`, JSON.stringify(content)] as const,
  );
  const parsed = parseData(new Map([...sampleFiles(sampleData()), ...texts]));
  const issues = [
    ...parsed.issues,
    ...lintData(parsed.data, { complete: parsed.issues.length === 0, exceptions: [] }),
  ];
  return issues.filter(({ file }) => file.startsWith('devices/')).map(formatIssue);
}

it('names that lead to one device each are no problem', () => {
  const models = [device('one', 'One', { aliases: ['First'] }), device('two', 'Two')];
  expect(lint({ maker: { spellings: { one: ['уан'] }, models } })).toEqual([]);
});

describe('another name', () => {
  it('that stands twice at a device is named with file, place and tip', () => {
    const models = [device('one', 'One', { aliases: ['First', 'fírst'] })];
    expect(lint({ maker: { models } })).toEqual([
      expect.stringMatching(
        /devices\/maker\.json models\[0\]\.aliases\[1\]: "fírst" says the same as models\[0\]\.aliases\[0\] \("First"\).*\n.*-> delete it/,
      ),
    ]);
  });

  it('that is the name itself, also in other letters, is named', () => {
    const models = [device('one', 'One', { aliases: ['Maker уан'] })];
    expect(lint({ maker: { spellings: { one: ['уан'] }, models } })).toEqual([
      expect.stringContaining('says the same as the name itself'),
    ]);
  });

  it('that two devices bear must be declared as shared by both', () => {
    const first = { models: [device('one', 'One', { aliases: ['Star'] })] };
    const second = { models: [device('two', 'Two', { aliases: ['star'] })] };
    const issues = lint({ first, second });
    expect(issues).toHaveLength(2);
    expect(issues[0]).toMatch(
      /"Star" is a name of two, too \(devices\/second\.json models\[0\]\.aliases\[0\]\)/,
    );
    expect(issues[0]).toContain('sharedAliases');
    const shared = (id: string, model: string) => ({
      models: [device(id, model, { sharedAliases: ['Star'] })],
    });
    expect(lint({ first: shared('one', 'One'), second: shared('two', 'Two') })).toEqual([]);
    expect(lint({ first: shared('one', 'One') })).toEqual([
      expect.stringContaining('no other device is called "Star"'),
    ]);
  });

  it('a spelling that stands twice is named', () => {
    const models = [device('one', 'One')];
    expect(
      lint({
        a: { spellings: { one: ['уан'] }, models },
        b: { spellings: { one: ['Уан'] }, models: [] },
      }),
    ).toEqual([expect.stringMatching(/b\.json spellings\.one\[0\].*stands in devices\/a\.json/)]);
  });
});

describe('what is said of eSIM', () => {
  it.each([['no'], ['yes']])('%s from a source about another market is a lead', (esim) => {
    const noteCodes = ['sheet-of-another-market'];
    expect(lint({ maker: { models: [device('one', 'One', { esim, noteCodes })] } })).toEqual([
      expect.stringContaining(`"lead": { "esim": "${esim}", "reach": "elsewhere" }`),
    ]);
    const lead = { esim, reach: 'elsewhere' };
    const asLead = device('one', 'One', { esim: 'unknown', lead, noteCodes });
    expect(lint({ maker: { models: [asLead] } })).toEqual([]);
  });

  it('a lead beside a value is refused', () => {
    const lead = { esim: 'no', reach: 'elsewhere' };
    expect(lint({ maker: { models: [device('one', 'One', { lead })] } })).toEqual([
      expect.stringContaining('a lead says too little to stand on'),
    ]);
  });

  it('fits the versions', () => {
    const variant = (id: string, esim: string) => ({ id, market, esim });
    const variants = [variant('a', 'yes'), variant('b', 'no')];
    const issuesOf = (esim: string) =>
      lint({ maker: { models: [device('one', 'One', { esim, variants })] } });
    expect(issuesOf('yes')[0]).toContain('says yes although a version has none');
    expect(issuesOf('no')[0]).toContain('says no although a version has eSIM');
    expect(issuesOf('by-variant')).toEqual([]);
  });

  it('versions have ids of their own, and pages are of cited sources', () => {
    const variant = { id: 'a', market, esim: 'no' };
    const pages = [{ sourceId: 'register', path: 'one' }];
    const issues = lint({
      maker: { models: [device('one', 'One', { variants: [variant, variant], pages })] },
    });
    expect(issues).toEqual([
      expect.stringContaining('pages[0].sourceId: register is not among the sources'),
      expect.stringContaining('variants[1].id: the version id a is taken'),
    ]);
  });
});
