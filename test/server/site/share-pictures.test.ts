import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPicture } from '../../../server/site/make-pictures.ts';
import { createTestApp, type TestApp } from '../test-app.ts';

const folder = join(import.meta.dirname, '../../../build/pictures');
const names = readdirSync(folder).filter((name) => name.endsWith('.png'));

/** Width and height out of a PNG's header (PNG, 11.2.1): two big-endian numbers after the name of the chunk. */
function sizeOf(bytes: Buffer): [number, number] {
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('pictures for shared links', () => {
  let published: TestApp;

  beforeAll(async () => {
    published = await createTestApp({ origin: 'https://map.example.org' });
  });

  it('are there for each region and for the map, in the size that sites show', () => {
    const { regions } = published.service.dataset;
    expect(names.toSorted()).toEqual(
      ['map', ...regions.map(({ id }) => id)].map((id) => `${id}.png`).toSorted(),
    );
    const sizes = names.map((name) => sizeOf(readFileSync(join(folder, name))));
    expect(new Set(sizes.map(String))).toEqual(new Set(['1200,630']));
    // Some sites leave out what is larger than 300 KB.
    const bytes = names.map((name) => readFileSync(join(folder, name)).length);
    expect(Math.max(...bytes)).toBeLessThan(300_000);
  });

  it('are named by the page of their region under a whole address that the service answers', async () => {
    const page = await (await published.app.request('/zh/regions/RU-TA')).text();
    const [, address] = /property="og:image" content="([^"]+)"/.exec(page) ?? [];
    expect(address).toBe('https://map.example.org/og/RU-TA.png');
    const picture = await published.app.request('/og/RU-TA.png');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    const map = await (await published.app.request('/ru/')).text();
    expect(map).toContain('https://map.example.org/og/map.png');
  });

  it('are left out of the page where the origin is not known', async () => {
    const { app } = await createTestApp();
    expect(await (await app.request('/ru/regions/RU-TA')).text()).not.toContain('og:image');
  });

  it('are set in the fonts of the project: Cyrillic and Latin letters leave their mark', () => {
    const draw = (text: string) =>
      drawPicture(
        `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" font-family="Noto Sans"><text y="40" font-size="40">${text}</text></svg>`,
      ).length;
    expect(draw('Ж')).toBeGreaterThan(draw(' '));
    expect(draw('W')).toBeGreaterThan(draw(' '));
  });
});
