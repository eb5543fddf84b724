import { expect, it } from 'vitest';
import { renderPage } from '../../../../client/server-entry.tsx';
import { createRealContext } from '../../real-context.ts';

const context = await createRealContext();

/** One operator's part of a region's page, without markup. */
async function operatorOn(path: string, operatorId: string): Promise<string> {
  const { html } = await renderPage({ path, query: new URLSearchParams() }, context);
  const [, after = ''] = html.split(`data-operator="${operatorId}"`);
  const [part = ''] = after.split(/<\/details>|<\/li>/);
  return part.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

it('names the place with terms of its own even where the operator is unknown', async () => {
  expect(await operatorOn('/en/regions/RU-KYA', 't2')).toContain('Norilsk');
});

it('does not call an operator that is probably absent one without a plan', async () => {
  const part = await operatorOn('/en/regions/RU-DA', 't2');
  const glance = part.split('Why this answer')[0] ?? '';
  expect(glance).toContain('probably not Operator in the region: probably does not sell here');
  expect(glance).not.toContain('No shared plan found');
});

it('says at a glance that a price has no date', async () => {
  expect(await operatorOn('/en/regions/RU-CU', 'mts')).toContain('(undated price)');
});
