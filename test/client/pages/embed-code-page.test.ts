import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../client/server-entry.tsx';
import { createRealContext } from '../real-context.ts';

const context = await createRealContext();
const { origin: _, ...withoutOrigin } = context;

async function codeOf(path: string, known: typeof withoutOrigin): Promise<string> {
  const { html } = await renderPage({ path, query: new URLSearchParams() }, known);
  const samples = [...html.matchAll(/<code[^>]*>([\s\S]*?)<\/code>/g)];
  return samples.map(([, code]) => code).join('\n');
}

describe('the code to paste into another site', () => {
  it('has whole addresses only: it leaves the site that it is copied from', async () => {
    const code = await codeOf('/en/embed-code/RU-TA', context);
    const addresses = [...code.matchAll(/(?:src|href)=&quot;(.*?)&quot;/g)].map(([, to]) => to);
    expect(addresses).toEqual([
      'https://example.org/en/embed/RU-TA',
      'https://example.org/en/regions/RU-TA',
      'https://example.org/en/badge/RU-TA.svg',
    ]);
  });

  it('leaves room for the address where the site does not know its own', async () => {
    const code = await codeOf('/ru/embed-code/RU-TA', withoutOrigin);
    expect(code).not.toMatch(/(?:src|href)=&quot;\//);
    expect(code.match(/<span data-site/g)).toHaveLength(3);
  });
});
