import type { Axis } from '../../../data/schema/axis.ts';

/** An axis as a short name, as the question it asks, and as what a person may ask the operator. */
export const axes = {
  presence: {
    name: 'Оператор в регионе',
    question: 'Заключает ли оператор договоры в этом регионе?',
    whether: 'заключает ли он договоры в этом регионе',
  },
  esim: {
    name: 'eSIM',
    question: 'Выдаёт ли он здесь eSIM частным клиентам?',
    whether: 'выдаёт ли он здесь eSIM',
  },
  sharedPlan: {
    name: 'Общий тариф',
    question: 'Есть ли общий или семейный тариф, открытый для новых клиентов?',
    whether: 'открыт ли общий тариф для новых клиентов',
  },
  formFactor: {
    name: 'eSIM в общем тарифе',
    question: 'Можно ли держать номер общего тарифа на eSIM?',
    whether: 'можно ли держать номер общего тарифа на eSIM',
  },
  sameRegion: {
    name: 'Один регион',
    question: 'Все ли номера из одной тарифной зоны?',
    whether: 'должны ли все номера быть из одного региона',
  },
  lineCount: {
    name: 'Число номеров',
    question: 'Хватает ли мест для всех номеров семьи?',
    whether: 'сколько номеров можно объединить',
  },
  numberCap: {
    name: 'Предел номеров на человека',
    question: 'Не превышен ли законный предел номеров у кого-то из семьи?',
    whether: 'сколько номеров уже оформлено на каждого',
  },
  customer: {
    name: 'Договор',
    question: 'Может ли каждый заключить договор этим способом?',
    whether: 'как каждый может заключить договор',
  },
  companion: {
    name: 'Часы, планшет, машина',
    question: 'Подключают ли такие устройства и с каким номером?',
    whether: 'подключают ли такое устройство и с каким номером',
  },
  device: {
    name: 'Устройства',
    question: 'Поддерживает ли каждое устройство eSIM?',
    whether: 'подойдёт ли устройство',
  },
} satisfies Record<Axis, { name: string; question: string; whether: string }>;
