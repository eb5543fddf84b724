import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const harness = useHarness();

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('expected something that is laid out');
  return { ...box, bottom: box.y + box.height, right: box.x + box.width };
};

describe('the first screen', () => {
  it('has rows of the list between question and legend in a window of 720 pixels', async () => {
    const page = await harness.open('/ru/', { viewport: { width: 1280, height: 720 } });
    const legend = await boxOf(page.locator('#legend'));
    const second = await boxOf(page.locator('[data-region-list] li').nth(1));
    expect(second.bottom).toBeLessThanOrEqual(legend.y);
    expect(legend.bottom).toBeLessThanOrEqual(720);
    await page.context().close();
  });

  it('scrolls as a whole where a window is too low for a list', async () => {
    const page = await harness.open('/ru/', { viewport: { width: 1280, height: 560 } });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeGreaterThan(560);
    const legend = page.locator('#legend');
    await legend.scrollIntoViewIfNeeded();
    expect((await boxOf(legend)).bottom).toBeLessThanOrEqual(561);
    await page.context().close();
  });

  it.each(['ru', 'en', 'zh'])(
    'of a phone holds sentence, both operators, a number and the first question, in %s',
    async (language) => {
      const page = await harness.open(`/${language}/?region=RU-TA`, {
        viewport: { width: 390, height: 844 },
      });
      const card = page.locator('#card');
      for (const part of ['.verdict', '.support', '.offers li:nth-child(2) .call']) {
        const box = await boxOf(card.locator(part).first());
        expect(box.bottom, part).toBeLessThanOrEqual(844);
        expect(box.y, part).toBeGreaterThanOrEqual(0);
      }
      expect((await boxOf(card.locator('.questions li').first())).bottom).toBeLessThanOrEqual(844);
      await page.context().close();
    },
  );

  it('of a desk holds all columns of two regions and two operators', async () => {
    const page = await harness.open(
      '/ru/compare?region=RU-MOW&region=RU-TA&operator=mts&operator=megafon',
      { viewport: { width: 1280, height: 900 } },
    );
    const frame = await boxOf(page.locator('.wide').first());
    const table = await boxOf(page.locator('.wide table').first());
    expect(table.right).toBeLessThanOrEqual(frame.right + 1);
    expect(frame.right).toBeLessThanOrEqual(1280);
    await page.context().close();
  });
});
