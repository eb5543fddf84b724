import type { Change } from '../../../data/core/schema/outlook.ts';
import type { Plan, Wish } from '../../../data/core/schema/plan.ts';
import { counted, type ParamWords, type PluralForms } from '../grammar/format.ts';

/** Words that stand on every page. */
export const page = {
  siteName: 'Семья на eSIM',
  tagline: 'Можно ли в вашем регионе подключить всей семье один тариф с eSIM и откуда это известно',
  skip: 'К содержанию',
  menu: 'Меню',
  navigation: 'Разделы',
  languages: 'Язык',
  nav: {
    map: 'Карта',
    check: 'Проверить семью',
    compare: 'Сравнить',
    operators: 'Операторы',
    guide: 'Справка',
    data: 'Данные',
    about: 'О проекте',
  },
  theme: { title: 'Оформление', light: 'светлое', dark: 'тёмное', auto: 'как в системе' },
  dataOf: (date: string) => `Данные на ${date}`,
  licence: 'Код — MIT, данные — CC BY 4.0',
  lastRegion: 'К региону, который вы смотрели',
  notCopied: 'Скопировать не удалось',
  notFound: {
    title: 'Такой страницы нет',
    text: (path: string) =>
      `По адресу ${path} ничего нет. Возможно, в нём опечатка. Начните с карты или списка регионов.`,
    toMap: 'К карте',
  },
  busy: {
    title: 'Сейчас слишком много запросов',
    text: 'Сервис не успевает ответить: запросов слишком много — с вашего адреса, который могут делить многие люди, или от всех вместе. Подождите минуту и откройте страницу снова.',
  },
};

/** Words of the pages about the project, its data and its embeds. */
export const about = {
  title: 'О проекте',
  description:
    'Как получается ответ: вопросы, как ответы складываются, давность сведений, границы, лицензии.',
  lead: 'Карта отвечает на один вопрос: можно ли подключить всей семье один тариф с eSIM, в каком регионе, с каким оператором — и откуда это известно. «Неизвестно» — тоже ответ, и он никогда не превращается в «нет».',
  axes: 'Из чего складывается ответ',
  axesText:
    'Ответ складывается из ответов на эти вопросы. Вопросы, которые к семье не относятся, не задаются.',
  combine: 'Как они складываются',
  combineText:
    'Итог — худший из ответов по порядку: скорее всего, нет; неизвестно; возможно при условиях; да. «Скорее всего, нет» сильнее неизвестности, неизвестность сильнее условия. Таблица — для двух вопросов; дальше так же.',
  and: 'и',
  temporary:
    'Временные ограничения — период охлаждения, отключения мобильного интернета — показаны рядом и ответа не меняют.',
  freshness: 'Давность сведений',
  freshnessText:
    'Считаем от дня, о котором говорит источник. День, когда мы проверяли запись, — отдельно.',
  upTo: (days: string) => `до ${days} дней`,
  over: (days: string) => `больше ${days} дней`,
  undated: 'даты нет',
  confirm:
    'По старым и недатированным сведениям ответ не лучше «возможно при условиях»: спросите оператора.',
  recheck: (due: string, stale: string) =>
    `Запись, которую не проверяли ${due} дней, пора перепроверить; через ${stale} дней она не учитывается.`,
  borders: 'Границы',
  bordersText: (outlines: string) =>
    `На карте 83 субъекта по ISO 3166-2:RU, с одной и той же геометрией на всех масштабах. Места вне списка получают пометку «вне карты» вместо ответа. Это следование стандарту, а не мнение о принадлежности территорий. Контуры упрощены, их источник: ${outlines}. У границы карта называет оба региона.`,
  bordersAsk:
    'Ответа для таких мест у нас нет, но спросить можно: телефоны и сайты стоят на страницах операторов.',
  bordersOperators: 'Все операторы',
  licences: 'Лицензии',
  boundariesBy: (attribution: string, licence: string) =>
    `Контуры регионов: ${attribution}, лицензия ${licence}.`,
  publicDomain: 'общественное достояние',
  licencesText: (outlines: string, licence: string) =>
    `Код — MIT. Собранные данные — CC BY 4.0: укажите «Family eSIM Map». Границы — ${outlines} (${licence}). Населённые пункты — GeoNames (CC BY 4.0).`,
  privacy: 'Личные данные',
  privacyText:
    'Проверка семьи считается в вашем браузере: ответы никуда не отправляются. Учётных записей, счётчиков и рекламы нет.',
  api: 'API',
  apiText: 'Адрес /api/v1. Ключ не нужен.',
  embed: {
    title: (region: string) => `Вставить ответ на сайт: ${region}`,
    frame: 'Рамка с ответом',
    badge: 'Значок',
    full: 'Подробности и источники',
    code: 'Код для вставки',
  },
};

/** One change of a change set, as an order to oneself. */
export const changes = {
  'switch-operator': ({ operator }) => `Перевести номера к другому оператору: ${operator}.`,
  'move-line-to-region': ({ line, region }) =>
    `Заключить договор в другом регионе (${line}): ${region}.`,
  'free-numbers': ({ holder, count }) =>
    `Отказаться от лишнего (${holder}): ${counted('ru', count('count'), { one: 'номер', few: 'номера', many: 'номеров', other: 'номера' })}.`,
  'replace-device': ({ line }) => `Взять устройство с eSIM (${line}).`,
  'change-holder': ({ line, holder }) => `Оформить на другого человека (${line}): ${holder}.`,
  'sign-in-person': () => 'Прийти в салон вместо дистанционного договора.',
  'remove-line': ({ line }) => `Оставить вне общего тарифа: ${line}.`,
} satisfies Record<Change['code'], (words: ParamWords) => string>;

/** Words of the compare page and of operator pages. */
export const compare = {
  title: 'Сравнить операторов и регионы',
  description: 'Таблицы: все операторы одного региона или один оператор во всех регионах.',
  lead: 'До двух регионов и до двух операторов. Выбран только регион — все его операторы, только оператор — все регионы, то и другое — все тарифы этих операторов построчно.',
  region: 'Регион',
  secondRegion: 'Второй регион',
  operator: 'Оператор',
  secondOperator: 'Второй оператор',
  kind: 'Какой тариф',
  kinds: {
    any: 'любой',
    bundle: 'с общим пакетом',
    payer: 'где один платит за всех',
  } satisfies Record<Wish, string>,
  onlyDifferences: 'Только отличия',
  choose: 'не выбран',
  show: 'Показать',
  operatorsIn: (region: string) => `Операторы: ${region}`,
  regionsOf: (operator: string) => `Регионы: ${operator}`,
  plansOf: (operators: string, regions: string) => `Тарифы: ${operators}; ${regions}`,
  headingOfKind: (heading: string, kind: string) => `${heading}; тариф ${kind}`,
  sortBy: (column: string) => `Сортировать: ${column}`,
  verdict: 'Ответ',
  plan: 'Тариф',
  shares: 'Что общее',
  fee: 'Цена',
  support: 'Насколько это известно',
  numbers: 'Номеров в регионе',
  same: 'Одинаково во всех строках',
  leftOut: (count: number) =>
    `Скрыто: ${counted('ru', count, { one: 'строка', few: 'строки', other: 'строк' })}. Такого тарифа мы там не нашли, но он может быть.`,
  file: 'Скачать эту таблицу (CSV)',
  answerDay: 'Дата ответа',
  unknown: (ids: string) =>
    `Такого региона или оператора здесь нет: ${ids}. Выберите другой в полях выше.`,
  outside: 'Без ответа, потому что номера выделены только для мест, которых на карте нет:',
  notFound: 'не найдено',
  note: (date: string) =>
    `Для двух взрослых и подростка, ответ на ${date}. Номера — по реестру нумерации, это не число абонентов.`,
};

export const operator = {
  title: (name: string) => `${name}: семейный тариф и eSIM`,
  description: (name: string) =>
    `Что известно об операторе ${name}: тарифы для семьи, eSIM, регионы, источники.`,
  index: 'Операторы',
  indexDescription: 'Все операторы, о которых здесь что-то известно: семейные тарифы и телефон.',
  indexOthers: 'Без ответа на карте',
  reach: 'Телефон или сайт',
  kindTitle: 'Что за оператор',
  kind: { mno: 'Оператор со своей сетью', mvno: 'Виртуальный оператор' },
  machine: 'Номера только для устройств: семьям их не продают.',
  host: (name: string) => `работает в сети: ${name}`,
  hostUnknown: 'Мы не нашли, в чьей сети он работает.',
  website: 'Сайт',
  contacts: 'Как связаться',
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

// Typed apart from the catalogue: the other languages need not have the Russian forms.
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
  /** In the header, beside the sections: short enough not to be cut. */
  searchHint: 'Город',
  searchButton: 'Найти',
  searchFound: (query: string) => `Найдено по запросу «${query}»`,
  searchNothing: (query: string) =>
    `По запросу «${query}» ничего не нашлось. Попробуйте название региона.`,
  searchNear: (query: string) => `Такого названия не нашлось: «${query}». Вот похожие.`,
  searchOutside: (name: string) => `${name} — вне карты: для этого места ответа нет.`,
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
  lastReported: (date: string) => `последнее сообщение: ${date}`,
  regionCount,
};

/** The question of the map page and what its data say, in a sentence. */
export const finding = {
  question: 'Можно ли семье взять один тариф на eSIM?',
  everywhere: (what: string) => `Везде ответ один: ${what}.`,
  mostly: (what: string, count: string, isAlmostAll: boolean) =>
    `${isAlmostAll ? 'Почти везде' : 'Чаще всего'} (${count} из 83) ответ один: ${what}.`,
  differ: (what: string) => `Отличаются: ${what}.`,
  other: (where: string, what: string) => `${where} — ${what}`,
  limits: (regions: string) => `Постоянно ограничен мобильный интернет: ${regions}.`,
  more: 'Что ещё отличается',
  class: {
    'yes-3': 'общий пакет подключают, так говорит оператор',
    'yes-2': 'общий пакет подключают, о тарифе есть местные сведения',
    'yes-1': 'общий пакет подключают, но для региона это не подтверждено',
    'partial-3': 'общий пакет возможен, так говорит оператор',
    'partial-2': 'там о тарифе есть местные сведения',
    'partial-1': 'общий пакет возможен, но для региона не подтверждён',
    'no-3': 'общего пакета нет, так говорит оператор',
    'no-2': 'общего пакета, скорее всего, нет',
    'no-1': 'общего пакета, скорее всего, нет',
    lead: 'есть только зацепки',
    none: 'ничего не нашли',
  } as Readonly<Partial<Record<string, string>>>,
};
