import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const { open } = useHarness();

const verdictOf = (page: Page) => page.locator('[aria-labelledby=result] .verdict');

it('tells a foreign student with an iPhone for mainland China that the phone is in the way, and the way out', async () => {
  const page = await open('/zh/check#region=RU-PRI');
  for (const person of ['移除：成员 3', '移除：成员 2']) {
    await page.getByRole('button', { name: person }).click();
  }
  await page.getByLabel('国籍').selectOption('foreign');
  await page.getByLabel('型号（输入即可查找）').fill('iphone 13');
  await page.getByLabel('面向哪个市场').selectOption('a2634');
  expect(await verdictOf(page).getAttribute('data-verdict')).toBe('no');
  const answer = await page.locator('[aria-labelledby=result]').innerText();
  expect(answer).toContain('Apple iPhone 13 不支持 eSIM（号码 1，手机）');
  expect(answer).toContain('换用支持 eSIM 的设备');
  expect(answer).toContain('外国公民须亲自前往营业厅');
});

it('names what is not known for a family with a children’s watch, and sends nothing while it is described', async () => {
  const page = await open('/ru/check#region=RU-TA');
  await page.getByLabel('Возраст').nth(2).waitFor();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.getByLabel('Возраст').nth(2).selectOption('under-14');
  await page.getByLabel('Устройство').nth(2).selectOption('childrens-watch');
  expect(await verdictOf(page).getAttribute('data-verdict')).toBe('unknown');
  const answer = await page.locator('[aria-labelledby=result]').innerText();
  expect(answer).toContain('Подключают ли такие устройства и с каким номером?');
  expect(answer).toContain('Оставить вне общего тарифа: номер 3, детские часы.');
  expect(answer).toContain('Нет цены с датой:');
  expect(requests).toEqual([]);
});

it('says that a link is damaged instead of showing another family in silence', async () => {
  const page = await open('/en/check#h=broken');
  await page.getByText('The link is incomplete').waitFor();
});
