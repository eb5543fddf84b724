import type { PluralForms } from '../format.ts';

// Typed apart from the catalogue: the other languages need not have the Russian forms.
const operatorCount: PluralForms = {
  one: 'оператор',
  few: 'оператора',
  many: 'операторов',
  other: 'оператора',
};
const regionCount: PluralForms = {
  one: 'регион',
  few: 'региона',
  many: 'регионов',
  other: 'региона',
};

/** Words of the map page that stand in the HTML before any script. */
export const mapPage = {
  title: 'Карта: семейный тариф на eSIM по регионам России',
  description:
    'Ответ по каждому из 83 регионов: можно ли подключить всей семье один тариф с eSIM, с какими операторами и по каким источникам.',
  searchLabel: 'Регион или город',
  searchButton: 'Найти',
  searchFound: (query: string) => `Найдено по запросу «${query}»`,
  searchNothing: (query: string) =>
    `По запросу «${query}» ничего не нашлось. Попробуйте название региона.`,
  regions: 'Регионы',
  regionsHint:
    'Ответ для семьи из трёх человек: двое взрослых и подросток, у каждого телефон с eSIM.',
  regionsToggle: 'Список регионов',
  map: 'Карта',
  mapLabel: 'Карта России: ответ по каждому региону',
  card: 'Карточка региона',
  closeCard: 'Закрыть карточку',
  resizeCard: 'Развернуть или свернуть карточку',
  legend: 'Условные знаки',
  operatorCount,
  regionCount,
};
