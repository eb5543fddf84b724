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
  await page.getByLabel('型号名称或编码（输入即可查找）').fill('iphone 13');
  await page.getByLabel('面向哪个市场').selectOption('a2634');
  expect(await verdictOf(page).getAttribute('data-verdict')).toBe('no');
  const answer = await page.locator('[aria-labelledby=result]').innerText();
  expect(answer).toContain('Apple iPhone 13 不支持 eSIM（号码 1，手机）');
  expect(answer).toContain('换用支持 eSIM 的设备');
  expect(answer).toContain('外国公民须亲自前往营业厅');
});

it('takes the code that is printed on a device for its model and market', async () => {
  const page = await open('/ru/check');
  await page.getByLabel('Модель или её код').first().fill('a2884');
  expect(await page.getByLabel('Для какой страны сделано').first().inputValue()).toBe('a2884');
  await page.getByRole('status').filter({ hasText: 'A2884 — это Apple iPhone 14.' }).waitFor();
  expect(await verdictOf(page).getAttribute('data-verdict')).toBe('no');
  await page.context().close();
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

it('says so of a damaged link that is opened after the form was changed, too', async () => {
  const page = await open('/en/check');
  await page.getByLabel('Citizenship').first().selectOption('foreign');
  await page.evaluate(() => {
    location.hash = '#h=broken';
  });
  await page.getByRole('status').filter({ hasText: 'The link is incomplete' }).waitFor();
  await page.getByLabel('Citizenship').first().selectOption('foreign');
  expect(await page.getByText('The link is incomplete').count()).toBe(0);
  await page.context().close();
});

it('says which number counts while another that cannot be stands in a field', async () => {
  const page = await open('/en/check');
  const field = page.getByLabel('Other numbers this person holds').first();
  await field.fill('7');
  for (const refused of ['1500', '1.5', '-3']) {
    await field.fill(refused);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toBe(refused);
    const hint = await field.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${hint}"]`).textContent()).toMatch(/1,000.* 7 /);
  }
  await field.fill('8');
  expect(await field.getAttribute('aria-invalid')).toBe('false');
  await page.context().close();
});

it('starts again with empty fields, whatever was half typed', async () => {
  const page = await open('/en/check');
  const model = page.getByLabel('Model or its code (start typing)').first();
  const number = page.getByLabel('Other numbers this person holds').first();
  await model.fill('iphone 1');
  await number.fill('1500');
  await page.getByRole('button', { name: 'Start again' }).click();
  expect(await model.inputValue()).toBe('');
  expect(await number.inputValue()).toBe('0');
  await page.context().close();
});

it('says whether the link was copied', async () => {
  const page = await open('/en/check', { permissions: ['clipboard-read', 'clipboard-write'] });
  const button = page.getByRole('button', { name: 'Copy the link' });
  await button.click();
  await page.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await button.click();
  await page.getByRole('status').filter({ hasText: 'address bar' }).waitFor();
  await page.context().close();
});

it('leads elsewhere when its data do not come', async () => {
  const page = await open('/ru/check', {
    expected: ['devices.json', 'net::ERR_FAILED'],
    prepare: (page) => page.route('**/devices.json', (route) => route.abort()),
  });
  await page.getByRole('status').filter({ hasText: 'Данные не загрузились' }).waitFor();
  expect(await page.locator('#check a').count()).toBe(3);
  await page.context().close();
});

it('keeps the answers when the link past the header is followed', async () => {
  const page = await open('/en/check');
  const citizenship = page.getByLabel('Citizenship').first();
  await citizenship.selectOption('foreign');
  const address = page.url();
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toBe(address);
  expect(await citizenship.inputValue()).toBe('foreign');
  await page.context().close();
});

it('shows beside each operator what to do there', async () => {
  const page = await open('/en/check#region=RU-TA');
  const column = page.locator('.cols article').filter({ hasText: 'MTS' }).first();
  await column.waitFor();
  expect(await column.innerText()).toMatch(/What to do[\s\S]*The payer opens/);
  await page.context().close();
});

it('leads from a number to its claim and keeps the answers', async () => {
  const page = await open('/en/check');
  const citizenship = page.getByLabel('Citizenship').first();
  await citizenship.selectOption('foreign');
  const address = page.url();
  const number = page.locator('.cols article').first().locator('a.ci').first();
  const claim = page.locator(`li${await number.getAttribute('href')}`);
  await number.click();
  await expect.poll(() => page.url()).toBe(address);
  expect(await claim.locator('a[href^=http]').count()).toBeGreaterThan(0);
  await expect
    .poll(() => claim.evaluate((item) => Math.abs(item.getBoundingClientRect().top) < innerHeight))
    .toBe(true);
  expect(await citizenship.inputValue()).toBe('foreign');
  await page.context().close();
});
