import jsQR from 'jsqr';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FRAME_HEIGHT } from '../../client/pages/embed-page.tsx';
import { readReceipt } from '../../server/receipts/receipts.ts';
import { useHarness } from './harness.ts';
import { withoutWebgl } from './without-webgl.ts';

const harness = useHarness();

/** Pages of a PDF, by the count that its page tree states. */
const pagesOf = (pdf: Buffer): number =>
  Math.max(
    ...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)),
  );

/** What a reader of QR codes that is not the library which drew it finds in the picture of a part of a page. */
async function readCode(page: Page, part: Locator): Promise<string | undefined> {
  const picture = (await part.screenshot()).toString('base64');
  const { reds, width, height } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const drawn = context?.getImageData(0, 0, canvas.width, canvas.height);
    // Black and white: the red of each dot says all, and a quarter is handed over.
    const reds = [...(drawn?.data ?? [])].filter((_, index) => index % 4 === 0);
    return { reds, width: canvas.width, height: canvas.height };
  }, picture);
  const dots = Uint8ClampedArray.from(reds.flatMap((red) => [red, red, red, 255]));
  return jsQR(dots, width, height)?.data;
}

/** Prints as the card's button does; the browser's own dialogue is left out. */
async function printByButton(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = 'true';
      dispatchEvent(new Event('beforeprint'));
    };
  });
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('button[data-action="print"]')?.click(),
  );
  await page.locator('body[data-printed]').waitFor();
}

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
    expect(await page.locator('.sheet li').first().innerText()).toMatch(/\d.*[:：] ?https:/);
    expect(await page.locator('.sheet .qr svg').count()).toBe(1);
    for (const hidden of ['.top', '#check form', '#map', '.part']) {
      for (const each of await page.locator(hidden).all())
        expect(await each.isVisible()).toBe(false);
    }
    await page.context().close();
  });

  it.each(['/ru/regions/RU-TA', '/zh/?region=RU-KYA'])(
    '%s carries its receipt, signed for what stands on the sheet',
    async (path) => {
      const prepare = async (opened: Page) => {
        await withoutWebgl(opened);
        // However slow this machine is, the sheet waits.
        await opened.addInitScript(() => {
          AbortSignal.timeout = () => new AbortController().signal;
        });
      };
      const page = await harness.open(path, { prepare, deviceScaleFactor: 3 });
      await page.locator('.act').waitFor();
      await page.waitForTimeout(2_500);
      await printByButton(page);
      expect(pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(1);
      await page.emulateMedia({ media: 'print' });
      const receipt = await readCode(page, page.locator('.sheet .jws'));
      const keys = await (await fetch(`${harness.origin()}/.well-known/jwks.json`)).json();
      const claims = await readReceipt(receipt ?? '', keys);
      const [, region = ''] = /(RU-[A-Z]+)/.exec(path) ?? [];
      expect(claims).toMatchObject({ issuer: harness.origin() });
      expect(claims.question).toContain(`/api/v1/eligibility?region=${region}&asOf=`);
      const verdict = await page.locator('.act .verdict').getAttribute('data-verdict');
      expect(claims).toHaveProperty('verdict', verdict);
      const address = await readCode(page, page.locator('.sheet .qr'));
      expect(address).toContain(`/regions/${region}`);
      await page.context().close();
    },
  );

  it('has no receipt where none is given, or one of other data', async () => {
    for (const body of ['', 'a.eyJkYXRhc2V0SGFzaCI6Im90aGVyIn0.c']) {
      const page = await harness.open('/en/regions/RU-SPE', {
        prepare: async (opened) => {
          await withoutWebgl(opened);
          await opened.route('**/*f=jose*', (route) => route.fulfill({ body }));
        },
      });
      await page.locator('.act').waitFor();
      await printByButton(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.sheet figure').isVisible()).toBe(false);
      await page.context().close();
    }
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
