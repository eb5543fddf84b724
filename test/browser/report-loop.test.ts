import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXPERIENCE } from '../fixtures/reports.ts';
import { axeProblems } from './engines.ts';
import { useHarness } from './harness.ts';
import { type ReportsServer, startReportsServer } from './reports-server.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let server: ReportsServer;
const harness = useHarness(async () => {
  server = await startReportsServer();
  return server;
});

/** Fills in what was tried and how it went. */
async function fillIn(page: Page, text = ''): Promise<void> {
  await page.getByLabel('Оператор').selectOption('mts');
  await page.getByLabel('Общий пакет на несколько номеров').check();
  await page.getByLabel('Сказали, что нельзя').check();
  if (text !== '') await page.getByLabel('Подробности').fill(text);
}

/** Number and key that the page after a report shows once. */
async function receiptOn(page: Page): Promise<{ number: string; key: string }> {
  await page.getByRole('heading', { name: 'Спасибо, сообщение принято' }).waitFor();
  const number = await page.locator('main strong').first().textContent();
  const key = await page.locator('main code').textContent();
  expect(number).toMatch(/^26-.{4}-.$/);
  expect(key?.split(' ')).toHaveLength(8);
  return { number: number ?? '', key: key ?? '' };
}

/** Opens a case with its key. */
async function openCase(page: Page, number: string, key: string): Promise<void> {
  await page.goto(`${harness.origin()}/ru/cases/${number}`);
  await page.getByText('Вы отправили это сообщение?').click();
  await page.getByLabel('Введите ключ').fill(key);
  await page.getByRole('button', { name: 'Открыть' }).last().click();
  await page.getByRole('heading', { name: 'Переписка с редакцией' }).waitFor();
}

describe('a report from a phone', () => {
  // It opens the database, which may take longer than a page waits where the machine is busy.
  beforeAll(() => server.send({ ...EXPERIENCE, operatorId: 't2' }));

  it('goes from the card to its case, is asked about, answered, published, shown everywhere and withdrawn', async () => {
    const page = await harness.open('/ru/regions/RU-TA', PHONE);
    await page.getByText('Что сделать с ответом').click();
    await page.getByRole('link', { name: 'Сообщить об ошибке' }).last().click();
    await page.waitForURL('**/ru/report?region=RU-TA*');
    expect(await page.getByLabel('Регион договора').inputValue()).toBe('RU-TA');
    expect(await axeProblems(page)).toEqual([]);
    // All of it is as wide as the window, and each choice is a thumb high.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const choice = await page.getByText('Сказали, что нельзя').boundingBox();
    expect(choice?.height).toBeGreaterThanOrEqual(44);

    await fillIn(page, 'мой номер 8 916 123-45-67');
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByRole('alert').filter({ hasText: 'похоже на номер телефона' }).waitFor();
    await page.getByLabel('Подробности').fill('сказали, что детям не положено');
    const posted = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'Отправить' }).click();
    expect((await posted).postDataJSON()).toMatchObject({ proof: expect.any(String) });
    const { number, key } = await receiptOn(page);
    const picture = await page.getByRole('img', { name: 'QR-код' }).boundingBox();
    expect(picture?.width).toBeLessThan(390);
    expect(await axeProblems(page)).toEqual([]);

    // The desk asks, the sender answers by the key.
    await server.desk('decide', number, 'ask', 'В каком салоне?');
    await openCase(page, number, key);
    await page.getByText('В каком салоне?').waitFor();
    await page.getByRole('textbox', { name: 'Ответить' }).fill('на Баумана');
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByText('на Баумана').waitFor();
    expect(await axeProblems(page)).toEqual([]);

    // Three of a kind are counted; a correction marks its claim.
    const region = await (await fetch(`${harness.origin()}/ru/regions/RU-TA`)).text();
    const claimId = /report\?claim=([\w-]+)/.exec(region)?.[1] ?? '';
    const correction = await server.send({
      kind: 'correction',
      claimId,
      wrong: 'так было раньше',
      right: 'теперь иначе',
      lang: 'ru',
    });
    const others = [
      await server.send(EXPERIENCE),
      await server.send({ ...EXPERIENCE, outcome: 'worked' }),
    ];
    for (const each of [number, correction.number, ...others.map((other) => other.number)])
      await server.desk('decide', each, 'publish');
    await server.publish();
    await page.goto(`${harness.origin()}/ru/regions/RU-TA`);
    // Browsers keep a page for a minute, as it was when the report began.
    await page.reload();
    const families = page.locator('#families');
    expect(await families.textContent()).toContain('2 из 3: Сказали, что нельзя');
    expect(await families.textContent()).toContain('мало сообщений');
    const mark = page.locator('.ev a', { hasText: `оспорено ${correction.number}` });
    expect(await mark.count()).toBe(1);
    await page.goto(`${harness.origin()}/ru/?region=RU-TA&layer=reports`);
    await page.locator('#card').getByText('2 из 3: Сказали, что нельзя').waitFor();
    const row = page.locator('[data-region-list] a[data-region="RU-TA"]');
    expect(await row.getAttribute('data-class')).toBe('lead');
    const feed = await (await fetch(`${harness.origin()}/ru/cases.atom`)).text();
    expect(feed).toContain(number);
    expect(feed).not.toContain('Баумана');

    // The sender takes everything back.
    await openCase(page, number, key);
    await page.getByRole('button', { name: 'Отозвать всё' }).click();
    await page.getByText('Обращение отозвано.').waitFor();
    await page.goto(`${harness.origin()}/ru/cases/${number}`);
    await page.getByText('Отправитель отозвал обращение').waitFor();
    const shown = await fetch(`${harness.origin()}/api/v1/cases/${number}`);
    expect(await shown.json()).toMatchObject({ case: number, state: 'withdrawn' });
    await page.context().close();
  });

  it('is taken without scripts, keeps what was typed when refused, and is opened by its key', async () => {
    const expected = ['csp: ', '400'];
    const options = { ...PHONE, javaScriptEnabled: false, expected };
    const page = await harness.open('/ru/report?region=RU-TA', options);
    await fillIn(page, 'пишите на a@b.ru');
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByRole('alert').filter({ hasText: 'похоже на адрес почты' }).waitFor();
    expect(await page.getByLabel('Подробности').inputValue()).toBe('пишите на a@b.ru');
    expect(await page.getByLabel('Сказали, что нельзя').isChecked()).toBe(true);
    await page.getByLabel('Подробности').fill('');
    await page.getByRole('button', { name: 'Отправить' }).click();
    const { number, key } = await receiptOn(page);
    await openCase(page, number, key);
    await page.context().close();
  });

  it('waits on the device while there is no network, and goes out once there is one', async () => {
    const expected = ['ERR_INTERNET_DISCONNECTED', 'Failed to load resource'];
    const page = await harness.open('/ru/report?region=RU-TA', { ...PHONE, expected });
    await page.locator('html[data-script]').waitFor();
    await fillIn(page, 'с плохой связи');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByRole('status').filter({ hasText: 'сохранено на этом устройстве' }).waitFor();
    expect(await page.getByLabel('Подробности').inputValue()).toBe('с плохой связи');
    await page.context().setOffline(false);
    const { number, key } = await receiptOn(page);
    await openCase(page, number, key);
    await page.getByText('с плохой связи').waitFor();
    // It was sent once, and waits no more.
    expect(await page.evaluate(() => localStorage.getItem('reports-to-send'))).toBe('[]');
    await page.context().close();
  });

  it('is filled in and sent by keys alone, and the heading of what follows has the focus', async () => {
    const page = await harness.open('/ru/report?region=RU-TA&operator=mts');
    await page.locator('html[data-script]').waitFor();
    const tabTo = async (name: string) => {
      const isThere = () =>
        page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name);
      for (let presses = 0; presses < 40 && !(await isThere()); presses += 1)
        await page.keyboard.press('Tab');
      expect(await isThere(), name).toBe(true);
    };
    await tabTo('tried');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo('outcome');
    await page.keyboard.press('Space');
    await tabTo('text');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await receiptOn(page);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.context().close();
  });
});
