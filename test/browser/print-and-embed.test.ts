import { describe, expect, it } from 'vitest';
import { FRAME_HEIGHT } from '../../client/pages/embed-page.tsx';
import { useHarness } from './harness.ts';
import { withoutWebgl } from './without-webgl.ts';

const harness = useHarness();

/** Pages of a PDF, by the count that its page tree states. */
const pagesOf = (pdf: Buffer): number =>
  Math.max(
    ...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)),
  );

describe('on paper', () => {
  it.each([
    '/ru/regions/RU-TA',
    '/en/regions/RU-SPE',
    '/zh/regions/RU-KYA',
    '/ru/?region=RU-TA',
    '/ru/check?region=RU-TA',
  ])('%s is one page A4 with the answer, the sources and a code', async (path) => {
    const page = await harness.open(path, { prepare: withoutWebgl });
    await page.locator('.act').waitFor();
    await page.waitForTimeout(2_500);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.act .verdict').isVisible()).toBe(true);
    expect(await page.locator('.sheet li').first().innerText()).toMatch(/^https?:/);
    expect(await page.locator('.sheet .qr svg').count()).toBe(1);
    for (const hidden of ['.top', '#check form', '#map', '.part']) {
      for (const each of await page.locator(hidden).all())
        expect(await each.isVisible()).toBe(false);
    }
    await page.context().close();
  });
});

describe('in a frame on another site', () => {
  it.each([280, 340, 420, 560, 700])('fits the height of the code at %i pixels', async (width) => {
    for (const path of ['/ru/embed/RU-TA', '/en/embed/RU-KYA', '/zh/embed/RU-SPE']) {
      const page = await harness.open(path, { viewport: { width, height: 400 } });
      const { height, scroll } = await page.evaluate(() => ({
        height: document.documentElement.getBoundingClientRect().height,
        scroll: document.documentElement.scrollWidth,
      }));
      expect(height, path).toBeLessThanOrEqual(FRAME_HEIGHT);
      expect(scroll, path).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });

  it('grows to its content where the page around it listens', async () => {
    const page = await harness.open('/en/embed-code/RU-TA');
    const code = (await page.locator('#command-frame').textContent()) ?? '';
    expect(code).toContain('<iframe');
    const site = code.replace(/height="\d+"/, 'height="100"');
    await page.route('**/another-site', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<div style="width:300px">${site}</div>` }),
    );
    await page.goto(`${harness.origin()}/another-site`);
    await expect
      .poll(() => page.locator('iframe').evaluate((frame) => frame.clientHeight))
      .toBeGreaterThan(400);
    await page.context().close();
  });
});
