import type { Request } from 'playwright-core';
import { expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const harness = useHarness();

/** Everything of a request that a server could read. */
async function written(request: Request): Promise<string> {
  const headers = JSON.stringify(await request.allHeaders());
  return `${request.url()} ${request.postData() ?? ''} ${headers}`;
}

it('no request carries an answer of the household check; a reload brings the answers back', async () => {
  const page = await harness.open('/ru/check', { serviceWorkers: 'allow' });
  const requests: Request[] = [];
  page.context().on('request', (request) => requests.push(request));
  await page.getByLabel('Возраст').first().waitFor();
  await page.waitForLoadState('networkidle');
  const filling = requests.length;
  for (const folded of await page.locator('#check details:has(select, input) > summary').all()) {
    await folded.click();
  }

  await page.getByLabel('Гражданство').first().selectOption('foreign');
  await page.getByLabel('Возраст').nth(1).selectOption('under-14');
  await page.getByLabel('Сколько ещё номеров оформлено на этого человека').first().fill('7');
  await page.getByLabel('Регион договора').first().selectOption('RU-KGD');
  await page.getByLabel('Оператор сейчас').first().selectOption('megafon');
  await page.getByLabel('Устройство').nth(1).selectOption('watch');
  await page.getByRole('button', { name: 'Добавить человека' }).click();
  await page.waitForFunction(() => location.hash.startsWith('#f='));
  const fragment = await page.evaluate(() => location.hash.slice(1));
  // The answer is drawn in parts; where to ask and what to ask come last.
  const wholeAnswer = page.locator('section[aria-labelledby="result"]');
  await expect.poll(() => wholeAnswer.innerText()).toContain('Что спросить');
  await page.waitForTimeout(1_000);
  const answer = await wholeAnswer.innerText();
  // Scripts of the site that come when they are first needed: their names follow from their content, whoever asks.
  const asked = requests.slice(filling).map((request) => request.url());
  expect(asked.filter((url) => !/\/assets\/[\w.-]+$/.test(url))).toEqual([]);

  await page.reload();
  await page.getByLabel('Возраст').nth(3).waitFor();
  expect(await page.getByLabel('Регион договора').first().inputValue()).toBe('RU-KGD');
  expect(await page.getByLabel('Оператор сейчас').first().inputValue()).toBe('megafon');
  expect(
    await page.getByLabel('Сколько ещё номеров оформлено на этого человека').first().inputValue(),
  ).toBe('7');
  await expect.poll(() => wholeAnswer.innerText()).toBe(answer);

  await page.locator('.lang a[hreflang="en"]').click();
  await page.waitForURL('**/en/check#f=*');
  await page.getByLabel('Age').nth(3).waitFor({ state: 'attached' });

  const texts = await Promise.all(requests.map(written));
  expect(texts.length).toBeGreaterThan(0);
  const telling = [fragment, fragment.slice(2, 60), 'RU-KGD', 'megafon', 'foreign', 'under-14'];
  expect(texts.filter((text) => telling.some((word) => text.includes(word)))).toEqual([]);
  await page.context().close();
});
