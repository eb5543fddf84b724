import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXPERIENCE } from '../fixtures/reports.ts';
import { axeProblems } from './engines.ts';
import { useHarness } from './harness.ts';
import { addAuthenticator, type ReportsServer, startReportsServer } from './reports-server.ts';

let server: ReportsServer;
const harness = useHarness(async () => {
  server = await startReportsServer();
  return server;
});

/** Opens a page of the desk with a device for passkeys. */
async function openDesk(path: string, expected: readonly string[] = []): Promise<Page> {
  const page = await harness.open(path, { expected });
  await addAuthenticator(page);
  return page;
}

async function invitation(name: string): Promise<string> {
  return /\/desk#\S+/.exec(await server.desk('invite', name))?.[0] ?? '';
}

/** A member who has joined by an invitation and sees the queue. */
async function joined(name: string, expected: readonly string[] = []): Promise<Page> {
  const page = await openDesk(await invitation(name), expected);
  await page.getByRole('button', { name: 'Создать ключ доступа и войти' }).click();
  await page.getByText(`Вы вошли как ${name}`).waitFor();
  return page;
}

/** Waits until a row of the queue, or a field, has the focus. */
const untilFocused = (page: Page, id: string | undefined) =>
  page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
/** Waits until the page hears keys. */
const untilAlive = (page: Page) => page.locator('html[data-script]').waitFor();
const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === 'desk');

describe('the desk on the web', () => {
  const numbers: string[] = [];
  beforeAll(async () => {
    for (const operatorId of ['mts', 'beeline', 't2', 'megafon', 'yota']) {
      const text = `<b>слова</b> о ${operatorId} & "кавычки"`.replaceAll(/[<>]/g, '|');
      numbers.push((await server.send({ ...EXPERIENCE, operatorId, text })).number);
    }
    numbers.sort();
  });

  it('is entered by an invitation and a passkey, worked by keys alone, and left for good', async () => {
    const page = await joined('Анна');
    expect(page.url()).toBe(`${harness.origin()}/ru/desk`);
    const cookie = await sessionOf(page);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(await axeProblems(page)).toEqual([]);

    await untilAlive(page);
    await page.keyboard.press('j');
    await untilFocused(page, numbers[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await untilFocused(page, numbers[0]);
    // Published at one key; the focus is on the next.
    await page.keyboard.press('p');
    await page
      .getByRole('status')
      .filter({ hasText: `Опубликовано: ${numbers[0]}` })
      .waitFor();
    await untilFocused(page, numbers[1]);

    // A question has to be written, with all letters; Escape leaves the field.
    await page.keyboard.press('e');
    await page.waitForURL(`**/desk/cases/${numbers[1]}#question`);
    await untilFocused(page, 'question');
    await page.keyboard.type('Где вам это сказали, pad?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/desk/cases/${numbers[2]}?*`);
    await page
      .getByRole('status')
      .filter({ hasText: `Вопрос задан: ${numbers[1]}` })
      .waitFor();
    expect(await axeProblems(page)).toEqual([]);

    // A reason is chosen, then the case is declined.
    await untilAlive(page);
    await page.keyboard.press('d');
    await untilFocused(page, 'reason');
    await page.locator('#reason').selectOption('out-of-scope');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/desk/cases/${numbers[3]}?*`);

    // Two are selected and declined together.
    await untilAlive(page);
    await page.keyboard.press('q');
    await page.waitForURL(`${harness.origin()}/ru/desk`);
    await untilAlive(page);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await page.locator('#queue input:checked').count()).toBe(2);
    await page.keyboard.press('b');
    await page.locator('#bulk select').selectOption('spam');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Отклонено' }).waitFor();
    expect(await page.locator('#queue > li').count()).toBe(0);

    await untilAlive(page);
    await page.keyboard.press('l');
    await page.waitForURL('**/desk/log');
    const log = await page.getByRole('table').textContent();
    for (const word of [
      'приглашение',
      'новый ключ доступа',
      'опубликовано',
      'задан вопрос',
      'спам',
    ])
      expect(log).toContain(word);
    expect(log).not.toContain('слова');

    await page.getByRole('button', { name: 'Выйти' }).click();
    await page.getByRole('button', { name: 'Войти с ключом доступа' }).waitFor();
    expect(await sessionOf(page)).toBeUndefined();
    // What was kept of the session opens nothing.
    if (cookie !== undefined) await page.context().addCookies([cookie]);
    await page.goto(`${harness.origin()}/ru/desk/log`);
    await page.getByRole('button', { name: 'Войти с ключом доступа' }).click();
    await page.getByText('Вы вошли как Анна').waitFor();
    await page.context().close();
  });

  it('shows what a sender wrote as text, whatever it is', async () => {
    const TEXT = `{{x}} "z" 'y' & "onload=alert(1)\n\nдве строки`;
    const { number } = await server.send({ ...EXPERIENCE, text: TEXT });
    const page = await joined('Борис');
    await page.goto(`${harness.origin()}/ru/desk/cases/${number}`);
    expect(await page.locator('dd.sent').textContent()).toBe(TEXT);
    await page.context().close();
  });

  it('takes an invitation once', async () => {
    const address = await invitation('Вера');
    const first = await openDesk(address);
    await first.getByRole('button', { name: 'Создать ключ доступа и войти' }).click();
    await first.getByText('Вы вошли как Вера').waitFor();
    const second = await openDesk(address, ['404']);
    await second.getByRole('button', { name: 'Создать ключ доступа и войти' }).click();
    await second.getByRole('status').filter({ hasText: 'уже использовано или истекло' }).waitFor();
    await first.context().close();
    await second.context().close();
  });

  it('shuts out who was dismissed, at once', async () => {
    const page = await joined('Глеб');
    await server.desk('dismiss', 'Глеб');
    await page.reload();
    await page.getByRole('button', { name: 'Войти с ключом доступа' }).waitFor();
    await page.context().close();
  });

  it('leaves letters alone where the keys are switched off, and knows them on a Russian keyboard', async () => {
    await server.send(EXPERIENCE);
    const page = await joined('Дина');
    await untilAlive(page);
    await page.evaluate(() =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true }),
      ),
    );
    const first = await page.locator('#queue a').first().getAttribute('id');
    await untilFocused(page, first ?? '');
    await page.locator('#keys-on').uncheck();
    await page.locator('#queue a').first().focus();
    await page.keyboard.press('p');
    await page.reload();
    expect(await page.locator('#keys-on').isChecked()).toBe(false);
    expect(await page.locator('#queue a').first().getAttribute('id')).toBe(first);
    await page.context().close();
  });

  it('takes no form of another site, and none without the token of the session', async () => {
    const { number } = await server.send(EXPERIENCE);
    const page = await joined('Ева');
    const cookie = await sessionOf(page);
    const csrf = await page.locator('input[name=csrf]').first().getAttribute('value');
    const post = async (token: string | null, headers: Record<string, string>) => {
      const response = await fetch(`${harness.origin()}/ru/desk`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: `desk=${cookie?.value}`, ...headers },
        body: new URLSearchParams({ act: 'publish', case: number, csrf: token ?? '' }),
      });
      return response.status;
    };
    const own = { origin: harness.origin() };
    expect(await post(csrf, {})).toBe(403);
    expect(
      await post(csrf, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
    ).toBe(403);
    expect(await post(csrf, { origin: 'null' })).toBe(403);
    expect(await post(null, own)).toBe(403);
    expect(await post('0'.repeat(64), own)).toBe(403);
    expect(await post(csrf, own)).toBe(303);
    await page.context().close();
  });

  it('says what to do where the browser has no passkeys, and works without scripts but for signing in', async () => {
    // What may not run is told as blocked by the policy.
    const expected = ['csp: '];
    const page = await harness.open('/en/desk', { javaScriptEnabled: false, expected });
    expect(await page.locator('noscript').textContent()).toContain('Signing in needs scripts');
    await page.context().close();
    const member = await joined('Жанна');
    const storageState = await member.context().storageState();
    const plain = await harness.open('/ru/desk', {
      javaScriptEnabled: false,
      storageState,
      expected,
    });
    const number = await plain.locator('#queue a').first().getAttribute('id');
    await plain
      .locator('#queue > li')
      .first()
      .getByRole('button', { name: 'Опубликовать' })
      .click();
    await plain.getByText(`Опубликовано: ${number}`).waitFor();
    await member.context().close();
    await plain.context().close();
  });
});
