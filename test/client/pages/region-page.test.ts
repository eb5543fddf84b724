import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../client/server-entry.tsx';
import { REASON_CODES } from '../../../data/core/schema/assessment.ts';
import { CONDITION_CODES } from '../../../data/core/schema/condition.ts';
import { LANGUAGES, type Language } from '../../../data/core/schema/localized-text.ts';
import { Change, STEP_CODES } from '../../../data/core/schema/outlook.ts';
import { createRealContext } from '../real-context.ts';

const CHANGE_CODES = Change.options.map(({ shape }) => shape.code.value);
/** What a page may weigh on the line, styles included; gzip is the larger of the two codings that are served. */
const BUDGET = 14 * 1024;

const context = await createRealContext();

async function pageOf(language: Language, regionId: string): Promise<string> {
  const path = `/${language}/regions/${regionId}`;
  const page = await renderPage({ path, query: new URLSearchParams() }, context);
  expect(page.status).toBe(200);
  return page.html;
}

/** Text between tags, as a reader sees it. */
function visibleText(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ');
}

const codes = [...CONDITION_CODES, ...REASON_CODES, ...STEP_CODES, ...CHANGE_CODES];

describe.each(LANGUAGES)('region pages in %s', (language) => {
  it.each(context.dataset.regions.map((region) => region.id))(
    '%s: whole, worded and small',
    async (regionId) => {
      const html = await pageOf(language, regionId);
      const text = visibleText(html);
      expect(text).not.toMatch(/undefined|NaN|\[object|RU-[A-Z]{2,3}\b/);
      expect(codes.filter((code) => text.includes(` ${code} `))).toEqual([]);
      expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(BUDGET);
      const region = context.dataset.regions.find(({ id }) => id === regionId);
      expect(text).toContain(region?.name[language]);
    },
  );

  it('links every number beside a statement to a claim on the page, and every claim to a source', async () => {
    const html = await pageOf(language, 'RU-MOW');
    const cited = [...html.matchAll(/href="#c(\d+)"/g)].map((match) => match[1]);
    const listed = [...html.matchAll(/<li id="c(\d+)">([\s\S]*?)<\/li>/g)];
    expect(cited.length).toBeGreaterThan(10);
    const numbers = new Set(listed.map((match) => match[1]));
    expect(cited.filter((number) => !numbers.has(number))).toEqual([]);
    for (const [, , content] of listed) expect(content).toMatch(/<a href="https?:/);
  });

  it('has nothing that its styles do not cover', async () => {
    const html = await pageOf(language, 'RU-MOW');
    // The search of the header has its styles with it.
    expect(html.replace(/<search>[\s\S]*?<\/search>/, '')).not.toMatch(
      /<(?:table|form|label|input|select|pre)\b/,
    );
  });

  it('hides the report links when there is nowhere to report to', async () => {
    const { reportUrl: _, ...silent } = context;
    const path = `/${language}/regions/RU-MOW`;
    const page = await renderPage({ path, query: new URLSearchParams() }, silent);
    expect(page.html).not.toContain('example.org/report');
    expect(await pageOf(language, 'RU-MOW')).toContain('https://example.org/report?claim=');
  });
});
