import { describe, expect, it } from 'vitest';
import { OWN_FORM, type PageContext, renderPage } from '../../../client/server-entry.tsx';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import { LANGUAGES } from '../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../real-context.ts';

const { reportUrl: _, ...silent } = await createRealContext();

async function htmlOf(address: string, context: PageContext): Promise<string> {
  const { pathname, searchParams } = new URL(address, 'http://map.test');
  const page = await renderPage({ path: pathname, query: searchParams }, context);
  expect(page.status).toBe(200);
  return page.html;
}

const WORDS = {
  ru: 'Здесь сообщения не принимаются',
  en: 'Reports are not taken here',
  zh: '此处不接收反馈',
};

describe.each(LANGUAGES)(
  'the address of the form where no reports are taken, in %s',
  (language) => {
    it('says so and has no form', async () => {
      const html = await htmlOf(`/${language}/report?region=RU-TA`, silent);
      expect(html).toContain(WORDS[language]);
      expect(html).not.toContain('method="post"');
      expect(html).not.toContain('/api/v1/reports');
      expect(html).toContain('<meta name="robots" content="noindex"/>');
    });

    it('leads to the form elsewhere, which is told what the address tells', async () => {
      const context = { ...silent, reportUrl: 'https://forms.example/map' };
      const html = await htmlOf(`/${language}/report?region=RU-TA&claim=abc&other=1`, context);
      expect(html).toContain(WORDS[language]);
      expect(html).toContain('href="https://forms.example/map?region=RU-TA&amp;claim=abc"');
      expect(html).not.toContain('method="post"');
    });

    it('is the form where they are taken', async () => {
      const html = await htmlOf(`/${language}/report`, { ...silent, reportUrl: OWN_FORM });
      expect(html).toContain('action="/api/v1/reports"');
      expect(html).not.toContain(WORDS[language]);
    });
  },
);

describe('a claim that a report disputes', () => {
  const disputed = (dataset: Dataset): Dataset => ({
    ...dataset,
    operators: dataset.operators.map((operator) => ({
      ...operator,
      claims: operator.claims.map((claim) => ({
        ...claim,
        disputes: [{ case: '2026-0001-7', since: '2026-11-30', dueOn: '2026-12-30' }],
      })),
    })),
  });

  it('links to its case only where cases have pages', async () => {
    const { reportUrl: elsewhere, ...context } = await createRealContext(disputed);
    const path = '/en/regions/RU-TA';
    const own = await htmlOf(path, { ...context, reportUrl: OWN_FORM });
    expect(own).toContain('href="/en/cases/2026-0001-7"');
    for (const off of [context, { ...context, reportUrl: elsewhere ?? '' }]) {
      const html = await htmlOf(path, off);
      expect(html).toContain('2026-0001-7');
      expect(html).not.toContain('/en/cases/');
    }
  });
});
