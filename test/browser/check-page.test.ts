import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useHarness } from './harness.ts';

const { open } = useHarness();

const verdictOf = (page: Page) => page.locator('[aria-labelledby=result] .verdict');

/** The region that is asked for once, at the top. */
const homeRegion = (page: Page) => page.locator('[aria-labelledby=start] select');

/** Opens what is folded for the first person: citizenship, other numbers, who signs. */
const openMore = (page: Page) => page.locator('details.more summary').first().click();

it('tells a foreign student with an iPhone for mainland China that its line will be a plastic one, and where to sign', async () => {
  const page = await open('/zh/check?region=RU-PRI');
  for (const person of ['移除：成员 3', '移除：成员 2']) {
    await page.getByRole('button', { name: person }).click();
  }
  await openMore(page);
  await page.getByLabel('国籍').selectOption('foreign');
  await page.getByRole('combobox', { name: '型号或包装盒上的编码' }).fill('a2634');
  await page.keyboard.press('Enter');
  await page.getByText('两张 nano-SIM，无 eSIM。').waitFor();
  const result = page.locator('[aria-labelledby=result]');
  await result.locator('summary').first().click();
  await result.getByText('外国公民须亲自前往营业厅').first().waitFor();
});

it('asks for the region where nobody has named one, and gives no answer before', async () => {
  const page = await open('/ru/check');
  const region = homeRegion(page);
  expect(await region.inputValue()).toBe('');
  expect(await verdictOf(page).count()).toBe(0);
  await page.locator('.answer-bar').getByText('Выберите регион').waitFor();
  await region.selectOption('RU-TA');
  await verdictOf(page).waitFor();
  await page.reload();
  expect(await region.inputValue()).toBe('RU-TA');
  await page.context().close();
});

it('keeps the region that a person comes from, and remembers it', async () => {
  const page = await open('/ru/regions/RU-TA');
  await page.locator('a[href$="/check?region=RU-TA"]').click();
  const region = homeRegion(page);
  await region.waitFor();
  expect(await region.inputValue()).toBe('RU-TA');
  await region.selectOption('RU-SPE');
  await page.goto(new URL('/ru/check', page.url()).href);
  await region.waitFor();
  expect(await region.inputValue()).toBe('RU-SPE');
  await page.context().close();
});

it('starts from a preset, and its link is under 200 characters', async () => {
  const page = await open('/ru/check?region=RU-TA');
  const preset = page.getByRole('button', { name: 'пара с часами' });
  await preset.click();
  expect(await preset.getAttribute('aria-pressed')).toBe('true');
  expect(await page.locator('#check fieldset').count()).toBe(2);
  expect(new URL(page.url()).hash.length).toBeLessThan(200);
  const address = page.url();
  const other = await open(address.slice(address.indexOf('/ru/')));
  await other.locator('#check fieldset').nth(1).waitFor();
  expect(await other.locator('#check fieldset').count()).toBe(2);
  await other.context().close();
  await page.context().close();
});

it('shows the answer in a bar that stays in view and follows the fields', async () => {
  const page = await open('/en/check?region=RU-TA', { viewport: { width: 390, height: 844 } });
  const bar = page.locator('.answer-bar');
  await bar.getByText('possible').waitFor();
  const box = await bar.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
  await page.getByLabel('Device').first().selectOption('car');
  await bar.getByText('unknown').waitFor();
  await page.context().close();
});

it('works out one answer for what has changed, and the whole of it once the reader pauses', async () => {
  const page = await open('/en/check?region=RU-TA');
  const bar = page.locator('.answer-bar');
  await bar.locator('b').waitFor();
  const region = page.locator('#check select').first();
  const pause = () => page.waitForTimeout(1_500);
  await pause();
  /** How often the rules were asked while something was done and the pause after it. */
  const answersTo = async (act: () => Promise<unknown>): Promise<number> => {
    await page.coverage.startJSCoverage();
    await act();
    await pause();
    const scripts = await page.coverage.stopJSCoverage();
    return scripts
      .flatMap(({ functions }) => functions)
      .filter(({ functionName }) => functionName === 'assess')
      .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  };
  expect(await answersTo(() => region.selectOption('RU-MOW'))).toBe(2);
  const many = () =>
    region.evaluate((field: HTMLSelectElement) => {
      for (const id of ['RU-SPE', 'RU-SA', 'RU-KDA', 'RU-DA']) {
        field.value = id;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
  expect(await answersTo(many)).toBe(2);
  // What was chosen last is what is answered.
  expect(await region.inputValue()).toBe('RU-DA');
  expect(await answersTo(() => bar.locator('a').focus())).toBe(0);
  await page.context().close();
});

it('names what is not known for a family with a children’s watch, and sends nothing while it is described', async () => {
  const page = await open('/ru/check?region=RU-TA');
  await page.getByLabel('Возраст').nth(2).waitFor();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.getByLabel('Возраст').nth(2).selectOption('under-14');
  await page.getByLabel('Устройство').nth(2).selectOption('childrens-watch');
  expect(await verdictOf(page).getAttribute('data-verdict')).toBe('unknown');
  const result = page.locator('[aria-labelledby=result]');
  await result.getByText('Можно ли добавить такое устройство (детские часы)').waitFor();
  await result.getByText('Оставить вне общего тарифа: номер 3, детские часы.').first().waitFor();
  // The catalogue of devices comes when its field is used, the code for paper when the page is quiet: the same for everybody.
  const own = requests.filter((url) => !/^\/(data|assets)\/[\w./-]+$/.test(new URL(url).pathname));
  expect([...own, ...requests.filter((url) => url.includes('?'))]).toEqual([]);
});

it('says that a link is damaged instead of showing another family in silence', async () => {
  const page = await open('/en/check#h=broken');
  await page.getByText('The link is incomplete').waitFor();
});

it('says so of a damaged link that is opened after the form was changed, too', async () => {
  const page = await open('/en/check?region=RU-TA');
  await openMore(page);
  await page.getByLabel('Citizenship').first().selectOption('foreign');
  await page.evaluate(() => {
    location.hash = '#h=broken';
  });
  await page.getByRole('status').filter({ hasText: 'The link is incomplete' }).waitFor();
  await openMore(page);
  await page.getByLabel('Citizenship').first().selectOption('foreign');
  expect(await page.getByText('The link is incomplete').count()).toBe(0);
  await page.context().close();
});

it('says which number counts while another that cannot be stands in a field', async () => {
  const page = await open('/en/check?region=RU-TA');
  await openMore(page);
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
  const page = await open('/en/check?region=RU-TA');
  await openMore(page);
  const model = page.getByRole('combobox', { name: 'Model, or the code on the box' }).first();
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
    expected: ['dataset.ru.json', 'net::ERR_FAILED'],
    prepare: (page) => page.route('**/dataset.ru.json', (route) => route.abort()),
  });
  await page.getByRole('status').filter({ hasText: 'Данные не загрузились' }).waitFor();
  expect(await page.locator('#check a').count()).toBe(3);
  await page.context().close();
});

it('keeps the answers when the link past the header is followed', async () => {
  const page = await open('/en/check?region=RU-TA');
  await openMore(page);
  const citizenship = page.getByLabel('Citizenship').first();
  await citizenship.selectOption('foreign');
  const address = page.url();
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toBe(address);
  expect(await citizenship.inputValue()).toBe('foreign');
  await page.context().close();
});

it('shows below each operator what to do there, once it is opened', async () => {
  const page = await open('/en/check?region=RU-TA');
  const operator = page
    .locator('[aria-labelledby=result] details')
    .filter({ hasText: 'MTS' })
    .first();
  await operator.locator('summary').click();
  await operator.getByText('What to do').waitFor();
  expect(await operator.innerText()).toMatch(/What to do[\s\S]*The payer opens/);
  await page.context().close();
});

it('leads from a number to its claim and keeps the answers', async () => {
  const page = await open('/en/check?region=RU-TA');
  await openMore(page);
  const citizenship = page.getByLabel('Citizenship').first();
  await citizenship.selectOption('foreign');
  const address = page.url();
  const operator = page
    .locator('[aria-labelledby=result] details')
    .filter({ hasText: 'MTS' })
    .first();
  await operator.locator('summary').click();
  const number = operator.locator('a.ci').first();
  const claim = page.locator(`li${await number.getAttribute('href')}`);
  await number.click();
  await expect.poll(() => page.url()).toBe(address);
  await expect.poll(() => claim.isVisible()).toBe(true);
  expect(await claim.locator('a[href^=http]').count()).toBeGreaterThan(0);
  expect(await citizenship.inputValue()).toBe('foreign');
  await page.context().close();
});
