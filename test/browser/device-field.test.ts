import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const { open } = useHarness();

const field = (page: Page) => page.getByRole('combobox', { name: 'Модель или код с коробки' });
const options = (page: Page) => page.locator('.combo [role=option]');
const hint = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

it('the catalogue is loaded when the field is touched, and not before', async () => {
  const page = await open('/ru/check?region=RU-TA');
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await field(page).first().waitFor();
  await page.getByLabel('Возраст').first().selectOption('adult');
  expect(loaded.filter((url) => url.includes('devices'))).toEqual([]);
  const first = field(page).first();
  await first.focus();
  await first.fill('айфон 15');
  await hint(page, 'Apple iPhone 15 — по названию.').waitFor();
  expect(loaded.filter((url) => url.endsWith('/devices.compact.json'))).toHaveLength(1);
  await page.context().close();
});

it('what is found says why, by name and by the code on the box', async () => {
  const page = await open('/ru/check?region=RU-TA');
  const first = field(page).first();
  await first.fill('айфон 15');
  await hint(page, 'Apple iPhone 15 — по названию.').waitFor();
  await first.fill('SM-S921B');
  await hint(page, 'Samsung Galaxy S24 — по коду SM-S921B на коробке.').waitFor();
  await first.fill('а2884');
  await hint(page, 'Apple iPhone 14 — по коду A2884 на коробке.').waitFor();
  expect(await page.getByLabel('Для какой страны сделано').first().inputValue()).toBe('a2884');
  await page.context().close();
});

it('works by keyboard alone, as the pattern of a combobox says', async () => {
  const page = await open('/ru/check?region=RU-TA');
  const first = field(page).first();
  await first.focus();
  await page.keyboard.type('15 pro');
  await options(page).first().waitFor();
  expect(await first.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowDown');
  const active = await first.getAttribute('aria-activedescendant');
  expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await first.inputValue()).toBe('Xiaomi 15 Pro');
  expect(await first.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('Escape');
  expect(await first.inputValue()).toBe('');
  await page.context().close();
});

it('a name that is only nearly right is offered, never taken', async () => {
  const page = await open('/ru/check?region=RU-TA');
  const first = field(page).first();
  await first.fill('iphnoe 13');
  await hint(page, 'Точно такого нет').waitFor();
  await page.keyboard.press('Enter');
  expect(await first.inputValue()).toBe('iphnoe 13');
  await options(page).first().click();
  expect(await first.inputValue()).toBe('Apple iPhone 13');
  await page.context().close();
});

it('a children’s watch is understood by its kind and by its maker, and its card is named', async () => {
  const page = await open('/ru/check?region=RU-TA');
  const last = field(page).last();
  await last.fill('часы для ребёнка');
  await options(page).filter({ hasText: 'модель не знаю' }).click();
  expect(await page.getByLabel('Устройство').last().inputValue()).toBe('childrens-watch');
  await last.fill('элари 4gr');
  await options(page).filter({ hasText: 'Elari KidPhone 4GR' }).click();
  await hint(page, 'Elari KidPhone 4GR — по названию.').waitFor();
  await page.getByText('Только nano-SIM.').waitFor();
  await page.context().close();
});

it('a link that names a device shows it', async () => {
  const page = await open('/ru/check?region=RU-TA');
  await field(page).first().fill('айфон 15 про');
  await hint(page, 'Apple iPhone 15 Pro — по названию.').waitFor();
  await page.waitForURL(/apple-iphone-15-pro/);
  const address = page.url();
  const other = await open(address.slice(address.indexOf('/ru/')));
  await hint(other, 'Apple iPhone 15 Pro — по названию.').waitFor();
  expect(await field(other).first().inputValue()).toBe('Apple iPhone 15 Pro');
  await page.context().close();
  await other.context().close();
});

it('without the catalogue the answer still comes, and the field says why it finds nothing', async () => {
  const page = await open('/ru/check?region=RU-TA', {
    expected: ['devices.compact.json', 'net::ERR_FAILED', 'Failed to fetch'],
    prepare: (page) => page.route('**/devices.compact.json', (route) => route.abort()),
  });
  await field(page).first().fill('айфон 15');
  await hint(page, 'Список устройств не загрузился').waitFor();
  await page.locator('[aria-labelledby=result] .verdict').first().waitFor();
  await page.context().close();
});
