import { describe, expect, it } from 'vitest';
import { languageTag } from '../../../client/i18n/languages.ts';
import { renderPage } from '../../../client/server-entry.tsx';
import { LANGUAGES } from '../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../real-context.ts';

const context = await createRealContext();

async function htmlOf(path: string, query = ''): Promise<string> {
  return (await renderPage({ path, query: new URLSearchParams(query) }, context)).html;
}

/** Names in the first column, in the order of the table. */
function namesIn(html: string): string[] {
  const body = /<tbody[^>]*>([\s\S]*)<\/tbody>/.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<th [^>]*scope="row"[^>]*><a [^>]*>([^<]*)</g)].map(
    ([, name = '']) => name,
  );
}

describe.each(LANGUAGES)('regions in %s', (language) => {
  const { compare } = new Intl.Collator(languageTag(language));

  it('stand in the order of their names in the language, in the choice and in the table', async () => {
    const html = await htmlOf(`/${language}/compare`, 'operator=mts');
    const choice = /<select name="region">([\s\S]*?)<\/select>/.exec(html)?.[1] ?? '';
    const offered = [...choice.matchAll(/value="RU-[^>]*>([^<]*)</g)].map(([, name = '']) => name);
    expect(offered).toHaveLength(83);
    expect(offered).toEqual(offered.toSorted(compare));
    expect(namesIn(html)).toEqual(offered);
  });

  it('do so among the neighbours of a region, too', async () => {
    const html = await htmlOf(`/${language}/regions/RU-TA`);
    const near = /<p class="near">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
    const names = [...near.matchAll(/>([^<]+)<\/a>/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names).toEqual(names.toSorted(compare));
  });
});

describe('the table of the operators of a region', () => {
  it('leaves out those without numbers of the region and names them below', async () => {
    const html = await htmlOf('/en/compare', 'region=RU-KYA');
    expect(namesIn(html)).toContain('T2');
    expect(namesIn(html)).not.toContain('Motiv');
    expect(html.split('</table>')[1]).toContain('Motiv');
  });

  it('says in one line that operators outside the map exist, and offers none of them', async () => {
    const html = await htmlOf('/en/compare', 'region=RU-KDA');
    expect(html).not.toContain('value="phoenix"');
    expect(namesIn(html)).not.toContain('Phoenix');
    expect(html.split('only to places that the map does not show')[1]).toContain('Phoenix');
  });

  it('is sorted by its address alone', async () => {
    const names = namesIn(await htmlOf('/en/compare', 'region=RU-KYA&sort=name'));
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
    expect(await htmlOf('/en/compare', 'region=RU-KYA&sort=name')).toContain(
      'aria-sort="ascending"',
    );
  });
});

describe('terms that differ inside a region', () => {
  it.each([
    ['RU-KYA', 'Norilsk'],
    ['RU-CHU', 'Beeline, the whole region'],
  ])('stand on the page of %s with their claims', async (regionId, words) => {
    const html = await htmlOf(`/en/regions/${regionId}`);
    const part = html.split('<h2>Local terms</h2>')[1]?.split('</section>')[0] ?? '';
    expect(part).toContain(words);
    expect(part).toMatch(/href="#c\d+"/);
  });

  it('stand on the page of the operator', async () => {
    expect(await htmlOf('/en/operators/beeline')).toMatch(/<b>Taimyr[\s\S]*?href="#c\d+"/);
  });
});

it('tells on an operator’s own page why it has no verdict', async () => {
  const html = await htmlOf('/en/operators/phoenix');
  expect(html).toContain('it has no answer in any region');
  expect(html).not.toContain('compare?operator=phoenix');
});
