import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../server/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

/** The list of regions as a reader without scripts gets it. */
async function listFor(query: string, language = 'ru') {
  const response = await test.app.request(
    `http://localhost/${language}/?q=${encodeURIComponent(query)}`,
  );
  const html = await response.text();
  const [, list = ''] = /<ul data-region-list[^>]*>(.*?)<\/ul>/s.exec(html) ?? [];
  const [, status = ''] = /<p role="status">(.*?)<\/p>/s.exec(html) ?? [];
  return { status, ids: [...list.matchAll(/data-region="([^"]+)"/g)].map(([, id]) => id), list };
}

describe('the list of regions, asked without scripts', () => {
  it.each([
    ['Казань', ['RU-TA']],
    ['喀山', ['RU-TA']],
    ['rfpfym', ['RU-TA']],
    ['Свердловская обл., г. Нижний Тагил, ул. Мира, 5', ['RU-SVE']],
    ['Tatarstan', ['RU-TA']],
    ['Якутия', ['RU-SA']],
  ])('finds %s as the API does', async (query, ids) => {
    const { status, ids: found } = await listFor(query);
    expect(found).toEqual(ids);
    expect(status).toMatch(/^Найдено/);
    const answer = await test.app.request(
      `http://localhost/api/v1/places?q=${encodeURIComponent(query)}&limit=1`,
    );
    expect(await answer.text()).toContain(ids[0]);
  });

  it('names the settlement that led to a region, and every region of namesakes', async () => {
    const { ids, list } = await listFor('Киров');
    expect(ids.slice(0, 2)).toEqual(['RU-KIR', 'RU-KLU']);
    expect(list).toContain('Киров,');
  });

  it('offers what is only similar as similar', async () => {
    const { status, ids } = await listFor('Казнь');
    expect(status).toContain('похожие');
    expect(ids).toContain('RU-TA');
  });

  it('says that a place lies outside the map, and keeps all regions', async () => {
    const { status, ids } = await listFor('Minsk', 'en');
    expect(status).toContain('Minsk is outside the map');
    expect(ids).toHaveLength(83);
  });

  it('keeps all regions where nothing is found', async () => {
    const { status, ids } = await listFor('!?');
    expect(status).toContain('ничего не нашлось');
    expect(ids).toHaveLength(83);
  });
});
