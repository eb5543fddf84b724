import type { Page } from 'playwright-core';

/** Takes WebGL from a page: the drawn map stays, and everything beside the map is there in a tenth of the time. */
export function withoutWebgl(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value(this: HTMLCanvasElement, kind: string) {
        return kind === '2d' ? getContext.call(this, kind) : null;
      },
    });
  });
}

/** Until the scripts of the map page work: they fill the places over the map and say what kind of map it is. */
export async function alive(page: Page): Promise<void> {
  await page.locator('#map-controls button').first().waitFor();
  await page.locator('#map-notice:not([hidden])').waitFor();
}
