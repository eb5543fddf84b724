import { expect, it } from 'vitest';
import { renderPage } from '../../../../client/server-entry.tsx';
import { createRealContext } from '../../real-context.ts';

const context = await createRealContext();

it('never calls an operator that is probably absent one without a plan', async () => {
  for (const { id } of context.dataset.regions.slice(0, 20)) {
    const { html } = await renderPage(
      { path: `/en/regions/${id}`, query: new URLSearchParams() },
      context,
    );
    const refused = [
      ...html.matchAll(/probably not<small>([^<]*)<\/small>/g),
      ...html.matchAll(/probably not <small>([^<]*)<\/small>/g),
    ];
    for (const [, glance] of refused) expect(glance).not.toContain('No shared plan found');
  }
});

it('leads from each operator that is only named to its own page', async () => {
  const { html } = await renderPage(
    { path: '/en/regions/RU-TA', query: new URLSearchParams() },
    context,
  );
  const named = [...html.matchAll(/<li data-operator="([a-z0-9-]+)">/g)].map(([, id]) => id);
  expect(named.length).toBeGreaterThan(2);
  for (const id of named) expect(html).toContain(`href="/en/operators/${id}"`);
});
