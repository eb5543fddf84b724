import type { Axis } from '../../../data/schema/axis.ts';
import type { Verdict } from '../../../data/schema/verdict.ts';
import { verdictNames } from './verdicts.ts';

const { partial, unknown } = verdictNames;

/**
 * An axis as a short name, as the question it asks, as what a person may ask the operator, and what its values say: a
 * bare "yes" behind "limit of numbers" would leave open whether the limit is there or was broken.
 */
export const axes = {
  presence: {
    name: 'Оператор в регионе',
    question: 'Заключает ли оператор договоры в этом регионе?',
    whether: 'заключает ли он договоры в этом регионе',
    values: { yes: 'есть', partial: 'есть с оговорками', unknown, no: 'скорее всего, не продаёт' },
  },
  esim: {
    name: 'eSIM',
    question: 'Выдаёт ли он здесь eSIM частным клиентам?',
    whether: 'выдаёт ли он здесь eSIM',
    values: { yes: 'выдаёт', partial, unknown, no: 'скорее всего, не выдаёт' },
  },
  sharedPlan: {
    name: 'Общий тариф',
    question: 'Есть ли общий или семейный тариф, открытый для новых клиентов?',
    whether: 'открыт ли общий тариф для новых клиентов',
    values: { yes: 'подключают', partial, unknown, no: 'скорее всего, не подключат' },
  },
  formFactor: {
    name: 'eSIM в общем тарифе',
    question: 'Можно ли держать номер общего тарифа на eSIM?',
    whether: 'можно ли держать номер общего тарифа на eSIM',
    values: { yes: 'можно', partial, unknown, no: 'скорее всего, нельзя' },
  },
  sameRegion: {
    name: 'Один регион',
    question: 'Все ли номера из одной тарифной зоны?',
    whether: 'должны ли все номера быть из одного региона',
    values: {
      yes: 'подходит',
      partial: 'подходит при условиях',
      unknown,
      no: 'скорее всего, не подходит',
    },
  },
  lineCount: {
    name: 'Число номеров',
    question: 'Хватает ли мест для всех номеров семьи?',
    whether: 'сколько номеров можно объединить',
    values: {
      yes: 'хватает',
      partial: 'хватит при условиях',
      unknown,
      no: 'скорее всего, не хватит',
    },
  },
  numberCap: {
    name: 'Предел номеров на человека',
    question: 'Не превышен ли законный предел номеров у кого-то из семьи?',
    whether: 'сколько номеров уже оформлено на каждого',
    values: {
      yes: 'не превышен',
      partial: 'достигнут или близок',
      unknown,
      no: 'скорее всего, превышен',
    },
  },
  customer: {
    name: 'Договор',
    question: 'Может ли каждый заключить договор этим способом?',
    whether: 'как каждый может заключить договор',
    values: {
      yes: 'можно заключить',
      partial: 'можно при условиях',
      unknown,
      no: 'скорее всего, не заключить',
    },
  },
  companion: {
    name: 'Часы, планшет, машина',
    question: 'Подключают ли такие устройства и с каким номером?',
    whether: 'подключают ли такое устройство и с каким номером',
    values: {
      yes: 'подключают',
      partial: 'подключают при условиях',
      unknown,
      no: 'скорее всего, не подключают',
    },
  },
  device: {
    name: 'Устройства',
    question: 'Поддерживает ли каждое устройство eSIM?',
    whether: 'подойдёт ли устройство',
    values: {
      yes: 'подходят',
      partial: 'нужно проверить',
      unknown,
      no: 'скорее всего, не подходят',
    },
  },
} satisfies Record<
  Axis,
  { name: string; question: string; whether: string; values: Record<Verdict, string> }
>;
