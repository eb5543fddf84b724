import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../../client/server-entry.tsx';
import { claimsById } from '../../../../data/core/eligibility/claims/claim-index.ts';
import { createRealContext } from '../../real-context.ts';

const context = await createRealContext();
const claims = claimsById(context.dataset);

/** What a page says of a claim below its words: its sources, how strong it is, how it was come by. */
async function qualitiesOn(path: string, claimId: string): Promise<string> {
  const { html } = await renderPage({ path, query: new URLSearchParams() }, context);
  const start = claims.get(claimId)?.statement.en.slice(0, 40) ?? claimId;
  const entry = html.split('<li id="c').find((part) => part.includes(start)) ?? '';
  return /<small>([\s\S]*?)<\/small>/.exec(entry)?.[1]?.replace(/<[^>]*>/g, ' ') ?? '';
}

describe('the list of evidence', () => {
  it('calls a claim as strong as its strongest source, wherever that stands', async () => {
    const { sources } = context.dataset;
    const cited = claims.get('law-cap-citizens')?.sourceIds ?? [];
    const confidences = cited.map((id) => sources.find((source) => source.id === id)?.confidence);
    expect(confidences).toContain('official');
    expect(await qualitiesOn('/en/guide/sharing', 'law-cap-citizens')).toContain('official page');
  });

  it('names the site of each source, and the language of a title that is not the page’s', async () => {
    const { html } = await renderPage(
      { path: '/en/operators/mts', query: new URLSearchParams() },
      context,
    );
    const links = [
      ...html.matchAll(/<a href="([^"]*)" rel="nofollow"( lang="ru")?>[^<]*<\/a>([^<·]*)/g),
    ];
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(([, , lang]) => lang !== undefined).length).toBeGreaterThan(5);
    for (const [, href = '', , behind = ''] of links) {
      expect(behind).toContain(`(${new URL(href).host.replace(/^www\./, '')})`);
    }
    const russian = await renderPage(
      { path: '/ru/operators/mts', query: new URLSearchParams() },
      context,
    );
    expect(russian.html).not.toMatch(/rel="nofollow" lang="ru"/);
  });

  it('does not say of a claim of the host that it was taken over from the host', async () => {
    const heirs = context.dataset.operators.flatMap((operator) =>
      operator.claims.filter((claim) => claim.inheritedFrom !== undefined),
    );
    expect(heirs.map(({ id }) => id)).toContain('mf-home-region');
    const qualities = await qualitiesOn('/en/guide/travel', 'mf-home-region');
    expect(qualities).toContain('checked');
    expect(qualities).not.toContain('MegaFon network');
  });
});
