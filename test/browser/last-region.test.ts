import { expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const harness = useHarness();

it('leads back from every other page to the region that was looked at last, and says nothing before', async () => {
  const page = await harness.open('/ru/guide');
  const back = page.locator('a[data-last-region]');
  await page.waitForLoadState('networkidle');
  expect(await back.isVisible()).toBe(false);
  await page.goto(`${harness.origin()}/ru/regions/RU-TA`);
  await page.waitForLoadState('networkidle');
  expect(await back.isVisible()).toBe(false);
  for (const path of ['/zh/compare', '/en/check', '/en/report', '/ru/operators/mts']) {
    await page.goto(`${harness.origin()}${path}`);
    await back.waitFor();
    expect(await back.getAttribute('href')).toBe(`/${path.slice(1, 3)}/regions/RU-TA`);
  }
  await back.click();
  await page.locator('h1', { hasText: 'Татарстан' }).waitFor();
  await page.context().close();
});
