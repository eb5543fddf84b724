import type { Plan } from '../../../data/schema/plan.ts';

/** Words of the compare page and of operator pages. */
export const compare = {
  title: 'Сравнить операторов и регионы',
  description: 'Таблицы: все операторы одного региона или один оператор во всех регионах.',
  lead: 'Выберите регион, чтобы сравнить операторов, или оператора, чтобы сравнить регионы.',
  region: 'Регион',
  operator: 'Оператор',
  choose: 'не выбран',
  show: 'Показать',
  operatorsIn: (region: string) => `Операторы: ${region}`,
  regionsOf: (operator: string) => `Регионы: ${operator}`,
  sortBy: (column: string) => `Сортировать: ${column}`,
  verdict: 'Ответ',
  plan: 'Тариф',
  shares: 'Что общее',
  fee: 'Цена',
  evidence: 'На чём основано',
  numbers: 'Номеров в регионе',
  outside: 'Без ответа, потому что номера выделены только для мест, которых на карте нет:',
  notFound: 'не найдено',
  note: (date: string) =>
    `Для двух взрослых и подростка, ответ на ${date}. Номера — по реестру нумерации, это не число абонентов.`,
};

export const operator = {
  title: (name: string) => `${name}: семейный тариф и eSIM`,
  description: (name: string) =>
    `Что известно об операторе ${name}: тарифы для семьи, eSIM, регионы, источники.`,
  kind: { mno: 'Оператор со своей сетью', mvno: 'Виртуальный оператор' },
  machine: 'Номера только для устройств: семьям их не продают.',
  host: (name: string) => `работает в сети: ${name}`,
  hostUnknown: 'Мы не нашли, в чьей сети он работает.',
  website: 'Сайт',
  numbers: (regions: string, date: string) =>
    `По реестру на ${date} его номера охватывают ${regions}.`,
  noNumbers: 'В реестре нет номеров этого оператора в регионах карты.',
  plans: 'Общие и семейные тарифы',
  noPlans: 'Общего тарифа мы не нашли. Это не значит, что его нет.',
  status: {
    open: 'по источнику, подключают',
    closed: 'закрыт для новых',
    unknown: 'неизвестно, подключают ли',
  } satisfies Record<Plan['status'], string>,
  statusElsewhere: 'в других регионах это неизвестно',
  statusTitle: 'Состояние',
  areas: 'Единые тарифные зоны',
  outside:
    'Его номера выделены только для мест, которых на карте нет, поэтому ответа для него нет ни в одном регионе.',
  outsideWhy: 'Почему этих мест нет на карте',
  exceptions: 'Местные условия',
  answers: 'Ответ по регионам',
  byRegion: 'Таблица по всем регионам',
  claims: 'Что известно и откуда',
  open: 'Чего мы не нашли',
  retired: (date: string) => `Оператора больше нет (${date}).`,
};
