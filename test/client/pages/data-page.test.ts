import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../client/i18n/catalogue.ts';
import { formatDate } from '../../../client/i18n/grammar/format.ts';
import { renderPage } from '../../../client/server-entry.tsx';
import { LANGUAGES } from '../../../data/core/schema/localized-text.ts';
import type { ChangeLog } from '../../../data/core/schema/release.ts';
import { createRealContext } from '../real-context.ts';

const context = await createRealContext();

async function htmlOf(path: string, changed: Partial<typeof context> = {}): Promise<string> {
  const page = await renderPage({ path, query: new URLSearchParams() }, { ...context, ...changed });
  expect(page.status).toBe(200);
  return page.html;
}

describe('the page with the data', () => {
  it('links every file under its stable and its permanent name, with its sum', async () => {
    const html = await htmlOf('/ru/data');
    expect(context.downloads?.length).toBeGreaterThan(20);
    for (const { name, hashedName, sha256 } of context.downloads ?? []) {
      expect(html).toContain(`href="/downloads/${name}"`);
      expect(html).toContain(`href="/downloads/${hashedName}" title="${sha256}"`);
    }
  });

  it.each(LANGUAGES)('has words for every subject and format in %s', (language) => {
    const { subject, format } = catalogueOf(language).downloads;
    for (const entry of context.downloads ?? []) {
      expect(Object.keys(subject)).toContain(entry.subject);
      expect(Object.keys(format)).toContain(entry.format);
    }
  });

  it('gives commands with the address of the site, and leaves its place open where it is not known', async () => {
    expect(await htmlOf('/en/data')).toContain('OAPIF:https://example.org/api/v1');
    const { origin: _, ...unknown } = context;
    const page = await renderPage({ path: '/en/data', query: new URLSearchParams() }, unknown);
    expect(page.html).toContain('OAPIF:<span data-site');
  });

  it('names the release that the data are, and the last one while the next is in the making', async () => {
    const upTo = (version: string): ChangeLog => ({
      releases: [{ version, hash: 'a', asOf: version, moves: [] }],
      unreleased: [],
    });
    const { version } = context.dataset;
    const kept = await htmlOf('/ru/data', { changes: upTo(version) });
    expect(kept).toContain(`Выпуск от ${formatDate('ru', version)}, отпечаток`);
    const making = await htmlOf('/ru/data', { changes: upTo('2026-01-02') });
    expect(making).toContain(
      `Данные новее выпуска от ${formatDate('ru', '2026-01-02')}: следующий ещё готовится.`,
    );
    expect(making).not.toContain('Выпуск от');
  });

  it('writes sizes as the language does', async () => {
    expect(await htmlOf('/ru/data')).toMatch(/\d,\d\sМБ/);
    expect(await htmlOf('/en/data')).toMatch(/\d\.\d\sMB/);
  });
});

describe('the page on what changed', () => {
  const changes: ChangeLog = {
    releases: [
      { version: '2026-11-23', hash: 'a', asOf: '2026-11-23', moves: [] },
      {
        version: '2026-12-01',
        hash: 'b',
        asOf: '2026-12-01',
        previousVersion: '2026-11-23',
        moves: [
          { regionId: 'RU-TA', from: 'unknown', to: 'partial' },
          { regionId: 'RU-TA', operatorId: 'letai', to: 'partial' },
        ],
      },
    ],
    unreleased: [],
  };

  it('tells each release with the verdicts it moved, newest first', async () => {
    const html = await htmlOf('/en/changes', { changes });
    const words = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toMatch(
      /Release 1 December 2026 .*Release 23 November 2026 .*nothing to compare/,
    );
    expect(words).toContain(
      'Tatarstan the map: best of the operators unknown possible with conditions',
    );
    expect(words).toContain('Letai none possible with conditions');
  });
});
