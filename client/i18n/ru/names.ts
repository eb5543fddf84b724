import type { LineGroup } from '../../../data/core/schema/assessment.ts';
import type { DeviceKind } from '../../../data/core/schema/device.ts';
import type { AgeBand } from '../../../data/core/schema/household.ts';
import type { Citizenship } from '../../../data/core/schema/law.ts';
import type { TariffKind } from '../../../data/core/schema/plan.ts';

/** Names of things that codes and parameters speak of. */
export const things = {
  plan: (name: string, _meaning: { en: string; zh: string }) => `«${name}»`,
  /** A tariff as sold; unlike a plan its name has no known meaning. */
  tariff: (name: string) => `«${name}»`,
  anyPlan: 'общий тариф',
  anyOperator: 'оператор',
  anyRegion: 'этот регион',
  anyPlace: 'отдельные места',
  anyModel: 'Устройство',
  anyDevice: 'устройство',
  anyHolder: 'абонент',
  anyTariff: 'подходящий тариф',
  anyChannel: 'приложение, сайт или салон',
  anyNumber: '…',
  anyDay: 'более позднего дня',
  line: (position: number) => `номер ${position}`,
  anyLine: 'номер',
  member: (ageBand: AgeBand, position: number) =>
    `${{ adult: 'взрослый', '14-17': 'подросток', 'under-14': 'ребёнок' }[ageBand]} ${position}`,
  tariffKind: {
    'home-internet-bundle': 'тариф «связь + домашний интернет»',
  } satisfies Record<TariffKind, string>,
  deviceKind: {
    phone: 'телефон',
    tablet: 'планшет',
    watch: 'часы',
    'childrens-watch': 'детские часы',
    car: 'машина',
  } satisfies Record<DeviceKind, string>,
  /** Lines that are answered apart, one and several. */
  lineGroup: {
    phone: ['Телефон', 'Телефоны'],
    'child-phone': ['Телефон ребёнка', 'Телефоны детей'],
    tablet: ['Планшет', 'Планшеты'],
    watch: ['Часы', 'Часы'],
    'childrens-watch': ['Детские часы', 'Детские часы'],
    car: ['Машина', 'Машины'],
  } satisfies Record<LineGroup['kind'], readonly [one: string, several: string]>,
  ageBand: {
    'under-14': 'до 14 лет',
    '14-17': '14–17 лет',
    adult: 'взрослый',
  } satisfies Record<AgeBand, string>,
  citizenship: { russian: 'Россия', foreign: 'другая страна' } satisfies Record<
    Citizenship,
    string
  >,
  channel: {
    app: 'приложение',
    account: 'личный кабинет',
    ussd: 'короткая команда',
    shop: 'салон',
    phone: 'звонок оператору',
    sms: 'SMS',
  },
};
