import { DOMParser } from '@xmldom/xmldom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageContext } from '../../../client/components/context/page-context.ts';
import { renderPage } from '../../../client/pages/render-page.tsx';
import { createRealContext } from '../real-context.ts';

let context: PageContext;
beforeAll(async () => {
  const real = await createRealContext();
  const hashes = ['a'.repeat(64), 'b'.repeat(64)] as const;
  context = {
    ...real,
    origin: 'https://map.example.org',
    changes: {
      releases: [
        { version: '2026-01-01', hash: hashes[0], asOf: '2026-01-01', moves: [] },
        {
          version: '2026-02-01',
          previousVersion: '2026-01-01',
          hash: hashes[1],
          asOf: '2026-02-01',
          moves: [
            { operatorId: 'mts', regionId: 'RU-TA', from: 'unknown', to: 'partial' },
            { operatorId: 'mts', regionId: 'RU-MOW', from: 'unknown', to: 'partial' },
            { regionId: 'RU-TA', from: 'unknown', to: 'partial' },
          ],
        },
      ],
      unreleased: [],
    },
  };
});

async function read(language: string) {
  const path = `/${language}/changes.atom`;
  const page = await renderPage({ path, query: new URLSearchParams() }, context);
  expect(page.status).toBe(200);
  expect(page.contentType).toMatch(/^application\/atom\+xml/);
  return new DOMParser().parseFromString(page.html, 'application/xml');
}

describe('the feed of releases', () => {
  it('has an entry for each release, newest first, with what Atom demands', async () => {
    const feed = await read('en');
    const root = feed.documentElement;
    expect([root?.namespaceURI, root?.localName]).toEqual(['http://www.w3.org/2005/Atom', 'feed']);
    const entries = [...feed.getElementsByTagName('entry')];
    expect(entries).toHaveLength(2);
    for (const element of [root, ...entries]) {
      for (const name of ['id', 'title', 'updated']) {
        const [first] = [...(element?.getElementsByTagName(name) ?? [])];
        expect(first?.textContent).toMatch(/\S/);
      }
    }
    expect(entries[0]?.getElementsByTagName('updated')[0]?.textContent).toMatch(/^2026-02-01T/);
    const ids = [...feed.getElementsByTagName('id')].map(({ textContent }) => textContent);
    expect(new Set(ids).size).toBe(3);
  });

  it('promises what it holds: releases of the data', async () => {
    const [subtitle] = [...(await read('en')).getElementsByTagName('subtitle')];
    expect(subtitle?.textContent).toBe('Releases of the data and the verdicts they moved.');
  });

  it('says in one line which regions moved alike', async () => {
    const [newest] = [...(await read('en')).getElementsByTagName('entry')];
    const lines = newest?.getElementsByTagName('content')[0]?.textContent?.split('\n') ?? [];
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^MTS: .+ → .+: Tatarstan, Moscow/);
  });

  it('is summed up on the page of changes, a line an operator', async () => {
    const page = await renderPage({ path: '/ru/changes', query: new URLSearchParams() }, context);
    const lines = [...page.html.matchAll(/<li>([^<]*→[^<]*)<\/li>/g)].map(([, line]) =>
      line?.replace(/\s/g, ' '),
    );
    expect(lines).toEqual([
      'МТС: неизвестно → возможно при условиях: 2 региона',
      'карта: лучший из операторов: неизвестно → возможно при условиях: 1 регион',
    ]);
  });

  it('is linked from the page of changes', async () => {
    const page = await renderPage({ path: '/ru/changes', query: new URLSearchParams() }, context);
    expect(page.html).toMatch(
      /<link rel="alternate" type="application\/atom\+xml" href="\/ru\/changes\.atom"/,
    );
    expect(page.html).toMatch(/<a href="\/ru\/changes\.atom"[^>]*type="application\/atom\+xml"/);
  });
});
