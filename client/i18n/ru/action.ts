import type { ContactKind } from '../../../data/core/schema/operator.ts';
import type { Support, Verdict } from '../../../data/core/schema/verdict.ts';
import { counted } from '../grammar/format.ts';

const numbers = (count: number) =>
  counted('ru', count, { one: 'номер', few: 'номера', other: 'номеров' });

const sharing = (what: string, isClear: boolean): string =>
  isClear
    ? `, общее: ${what}.`
    : `; что в нём общее, уточните${what === '' ? '' : ` (похоже, ${what})`}.`;

/** Words of the action card: the answer, how well it is known, whom to call and what to ask. */
export const action = {
  /** How well a value is known for the region, as it stands beside the value. */
  support: {
    stated: 'по данным оператора',
    reported: 'есть сведения именно об этом регионе',
    countrywide: 'по России в целом, для этого региона не подтверждено',
    lead: 'есть только зацепки',
    none: 'сведений не нашли',
  } satisfies Record<Support, string>,
  /** In the place of `countrywide` where more is known of the plan than of the rest: terms of eSIM, the law. */
  planKnownHere: {
    stated: 'о тарифе говорит оператор, остальное известно по России в целом',
    reported:
      'о тарифе есть сведения именно для этого региона, остальное известно по России в целом',
  },
  /** The same in two or three words, for badges, lists and the bar of the check. */
  supportShort: {
    stated: 'по данным оператора',
    reported: 'есть сведения о регионе',
    countrywide: 'не подтверждено для региона',
    lead: 'только зацепки',
    none: 'нет сведений',
  } satisfies Record<Support, string>,
  /** The answer where something is common to all; `what` is, as far as it is known, `isClear` where it is not only a lead. */
  bundle: {
    yes: (count: number, what: string, isClear: boolean) =>
      `Да: один тариф на ${numbers(count)} с eSIM${sharing(what, isClear)}`,
    partial: (count: number, what: string, isClear: boolean) =>
      `Возможно: один тариф на ${numbers(count)} с eSIM${sharing(what, isClear)}`,
  },
  /** The answer for a single number: there is nobody to share with. */
  alone: {
    yes: 'Да: номер с eSIM. Делить тариф можно от двух номеров: добавьте человека или устройство.',
    partial:
      'Возможно: номер с eSIM. Делить тариф можно от двух номеров: добавьте человека или устройство.',
  },
  /** The answer where one pays and each has a bundle of their own. */
  payer: {
    yes: (count: number) =>
      `Да, но не общий пакет: один платит за ${numbers(count)} с eSIM, минуты и гигабайты у каждого свои.`,
    partial: (count: number) =>
      `Возможно, но не общий пакет: один платит за ${numbers(count)} с eSIM, минуты и гигабайты у каждого свои.`,
  },
  /** The answer where it is not known what is shared. */
  anyKind: {
    yes: (count: number) => `Да: семейный тариф на ${numbers(count)} с eSIM.`,
    partial: (count: number) =>
      `Возможно: семейный тариф на ${numbers(count)} с eSIM. Общие ли минуты и гигабайты, спросите.`,
  },
  unknown: {
    lead: 'Неизвестно: есть зацепки, но полагаться на них рано. Спросите оператора.',
    none: 'Неизвестно: мы не нашли ни подтверждения, ни отказа. Спросите оператора.',
  },
  no: (why: string) => `Скорее всего, нет. ${why}`,
  noOperator: 'Ни один оператор здесь не подходит.',
  /** What holds for a part of the household: `Часы: неизвестно, спросите.` */
  group: {
    yes: (who: string) => `${who}: да.`,
    partial: (who: string) => `${who}: возможно.`,
    unknown: (who: string) => `${who}: неизвестно, спросите.`,
    no: (who: string) => `${who}: скорее всего, нет.`,
  } satisfies Record<Verdict, (who: string) => string>,
  /** The answer where it is about a part of the household: `Телефоны и телефон ребёнка — возможно: один тариф …`. */
  forGroups: (who: string, sentence: string) =>
    `${who} — ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  otherKind: {
    payer: (operators: string) =>
      `Если хватит и того, что платит один, а пакеты раздельные: ${operators}.`,
  },
  date: (answer: string, data: string) => `Ответ на ${answer}, данные на ${data}`,
  dateSame: (date: string) => `Ответ и данные на ${date}`,
  offers: 'Куда обратиться',
  shares: {
    pooled: (what: string) => `общее: ${what}`,
    payerFunded: 'платит один, пакеты у каждого свои',
    unknown: 'общие ли минуты и гигабайты, спросите',
  },
  noPlan: 'семейного тарифа не нашли, спросите',
  price: {
    month: (amount: string) => `около ${amount} в месяц за всех`,
    unknown: 'цены не нашли',
    undated: 'без даты',
  },
  call: (number: string) => `Позвонить: ${number}`,
  contact: {
    'phone-free': 'бесплатный номер',
    'phone-short': 'с номера этого оператора',
    'phone-abroad': 'из-за границы',
    chat: 'чат',
    app: 'приложение',
    'shops-url': 'салоны на карте',
    'family-url': 'о тарифе',
    'esim-url': 'об eSIM',
    ussd: 'короткая команда',
  } satisfies Record<ContactKind, string>,
  noNumber: 'телефона не нашли; сайт:',
  noContact: 'ни телефона, ни сайта не нашли',
  questions: 'Что спросить',
  ask: {
    anyPlan: 'Есть ли у вас семейный тариф или группа с общими минутами и гигабайтами?',
    open: (plan: string, region: string) =>
      `Подключаете ли сейчас новых клиентов к тарифу ${plan}? Регион: ${region}.`,
    kind: (plan: string) =>
      `${plan}: минуты и гигабайты общие или один платит, а пакеты у каждого свои?`,
    roomAndPrice: (count: number) =>
      `Поместятся ли ${numbers(count)} и сколько это стоит в месяц за всех?`,
    room: (count: number) => `Поместятся ли ${numbers(count)}?`,
    price: (count: number) => `Сколько это стоит в месяц, если у нас ${numbers(count)}?`,
    formFactor: 'Можно ли, чтобы номер участника был на eSIM, а не на карточке?',
    companion: (device: string) =>
      `Можно ли добавить такое устройство (${device}) и с каким номером?`,
    esim: 'Где у вас получают eSIM: в приложении, на сайте или в салоне?',
    foreign: 'Какие документы нужны иностранному гражданину?',
    child: 'На кого оформить номер ребёнка?',
    takeAlong: 'Можно ли перенести к вам номер от другого оператора сразу в этот тариф?',
    region: 'Можно ли объединить номера из разных регионов?',
    limits: 'Может ли плательщик задать предел для каждого участника?',
  },
  message: (region: string) => `Здравствуйте! Вопрос о семейном тарифе на eSIM (${region}).`,
  /** The question of a badge, where no other words stand beside it. */
  badge: (region: string) => `Общий тариф с eSIM, ${region}`,
  sources: 'Источники',
  copyQuestions: 'Скопировать вопросы',
  told: 'Что вам ответили?',
  more: 'Условия, остальные операторы и источники',
  check: 'Ответ для своей семьи',
};
