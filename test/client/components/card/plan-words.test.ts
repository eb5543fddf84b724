import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../../client/server-entry.tsx';
import { createRealContext } from '../../real-context.ts';

const context = await createRealContext();

/** A page's words, a region's page cut down to one operator. */
async function wordsOn(path: string, operatorId?: string): Promise<string> {
  const [pathname = '', query = ''] = path.split('?');
  const { html } = await renderPage({ path: pathname, query: new URLSearchParams(query) }, context);
  const part =
    operatorId === undefined
      ? html
      : (html.split(`data-operator="${operatorId}"`)[1]?.split('</details>')[0] ?? '');
  return part
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ');
}

const PLACES = [
  ['the card', '/ru/regions/RU-MOW'],
  ['the table', '/ru/compare?region=RU-MOW'],
  ['the page of the operator', '/ru/operators/mts'],
] as const;

describe('the terms of a plan', () => {
  it.each(PLACES)('are the same limit and price on %s', async (_, path) => {
    const words = await wordsOn(path);
    expect(words).toContain('5 или 6: считается ли плательщик, не сказано');
    expect(words).toContain('300 ₽ (срок не назван) за каждый добавленный номер');
  });

  it('are not those of another region without saying so', async () => {
    const there = '(в другом регионе: Чувашия; дата цены неизвестна)';
    expect(await wordsOn('/ru/regions/RU-MOW', 'mts')).toContain(there);
    expect(await wordsOn('/ru/compare?region=RU-MOW')).toContain(there);
    expect(await wordsOn('/ru/regions/RU-CU', 'mts')).not.toContain('в другом регионе');
  });

  it('say only of the region of a source that new customers can have the plan', async () => {
    const unknown = '«Группа для близких» (неизвестно, подключают ли)';
    const open = '«Группа для близких» (по источнику, подключают)';
    expect(await wordsOn('/ru/regions/RU-MOW', 'mts')).toContain(unknown);
    expect(await wordsOn('/ru/compare?region=RU-MOW')).toContain(unknown);
    expect(await wordsOn('/ru/regions/RU-CU', 'mts')).toContain(open);
    expect(await wordsOn('/ru/compare?region=RU-CU')).toContain(open);
    expect(await wordsOn('/ru/operators/mts')).toContain(
      'по источнику, подключают (Чувашия; в других регионах это неизвестно)',
    );
  });

  it('name the tariff that a price is for, and for how many numbers', async () => {
    const price = '900 ₽ в месяц за тариф «Близкие люди 3», 3 номера';
    expect(await wordsOn('/ru/regions/RU-MOW', 'beeline')).toContain(price);
    expect(await wordsOn('/ru/compare?operator=beeline')).toContain(price);
    expect(await wordsOn('/ru/operators/beeline')).toContain(price);
  });

  it('include the price that another plan of the operator has here', async () => {
    const sakhalin = await wordsOn('/ru/regions/RU-SAK', 'beeline');
    expect(sakhalin).toContain('«Всё для семьи» (по источнику, подключают) 0 ₽ в день');
    expect(await wordsOn('/ru/regions/RU-TA', 'beeline')).not.toContain('0 ₽ в день');
  });
});

describe('the operators that a card names first', () => {
  it.each([
    ['ru', 'платит один, пакеты у каждого свои', 'общее: минуты, SMS и интернет'],
    ['en', 'one pays, bundles are separate', 'shared: minutes, SMS and data'],
    ['zh', '一人付款，额度各自独立', '共享：通话分钟、短信和流量'],
  ])('tell one bill from one bundle in %s', async (language, payer, pooled) => {
    const words = await wordsOn(`/${language}/regions/RU-SAK`);
    expect(words).toContain(payer);
    expect(words).toContain(pooled);
  });
});
