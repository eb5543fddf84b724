import { expect, it } from 'vitest';
import { catalogueOf } from '../../../client/i18n/catalogue.ts';
import { romanise } from '../../../client/i18n/en/answers.ts';
import { createRealContext } from '../real-context.ts';

const { dataset } = await createRealContext();

it.each([
  ['Группа для близких', 'Gruppa dlya blizkikh'],
  ['Всё для семьи', 'Vsyo dlya semi'],
  ['Общий пакет', 'Obshchiy paket'],
  ['Близкий круг', 'Blizkiy krug'],
  ['Группа МЫ', 'Gruppa MY'],
  ['МегаСемья+', 'MegaSemya+'],
  ['MTS Junior', 'MTS Junior'],
])('%s is spelt %s', (name, latin) => {
  expect(romanise(name)).toBe(latin);
});

it('spells every letter that names of plans have', () => {
  for (const plan of dataset.operators.flatMap((operator) => operator.plans)) {
    expect(romanise(plan.name)).not.toMatch(/\p{Script=Cyrillic}/u);
  }
});

it('is how English statements spell a plan that they name in Latin letters', () => {
  // Names in quotation marks, as statements set them; the first word tells which plan is meant.
  const quoted = dataset.operators.flatMap(({ claims }) =>
    claims.flatMap(({ statement }) => [...statement.en.matchAll(/“([A-Z][^”]+)”/g)]),
  );
  const sold = dataset.operators.flatMap(({ plans }) => plans.map(({ name }) => romanise(name)));
  const plainly = (name: string) => name.toLowerCase().replace(/[iy]+/g, 'i').replace(/yo/g, 'e');
  for (const [, name = ''] of quoted) {
    const meant = sold.find((each) => plainly(each) === plainly(name));
    if (meant !== undefined) expect(name.toLowerCase()).toBe(meant.toLowerCase());
  }
});

it('lets a reader match card and claims, and find the plan in a Russian app', () => {
  const { labels } = catalogueOf('en');
  const meaning = { en: 'family group', zh: '家庭组' };
  expect(labels.plan('Группа Семья', meaning)).toBe('“Gruppa Semya” (Группа Семья, family group)');
  expect(labels.plan('Family', meaning)).toBe('“Family” (family group)');
});
