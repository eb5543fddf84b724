import type { LineGroup, Reason } from '../../../data/core/schema/assessment.ts';
import type { ConditionCode } from '../../../data/core/schema/condition.ts';
import type { DeviceKind } from '../../../data/core/schema/device.ts';
import type { AgeBand } from '../../../data/core/schema/household.ts';
import type { Citizenship } from '../../../data/core/schema/law.ts';
import type { TariffKind } from '../../../data/core/schema/plan.ts';
import type { Axis, Support, Verdict } from '../../../data/core/schema/verdict.ts';
import type { ParamWords } from '../grammar/format.ts';
import { verdictNames } from './map.ts';

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

/** How well a value is known for this region: beside every value, so that "probably not" is never read as "certainly not". */
export const supportNames = {
  stated: 'по данным оператора или государства',
  reported: 'по сообщениям для этого региона',
  countrywide: 'для России в целом, для региона не подтверждено',
  lead: 'есть только зацепки',
  none: 'ничего не найдено',
} satisfies Record<Support, string>;

/** Why an axis has its value, in one short sentence. */
export const reasons = {
  'claims-decide': () => 'По сведениям из источников.',
  'contradiction-resolved': () => 'Источники расходятся, взят более сильный.',
  'no-claim': () => 'Сведений не нашли.',
  'only-stale-claims': () => 'Сведения слишком давно не проверяли.',
  'only-later-claims': ({ date }) => `Сведения есть только за время с ${date('from')}.`,
  'no-plan-known': () => 'Общего тарифа у оператора мы не нашли.',
  assumption: () => 'Допущение: номер на eSIM для тарифа ничем не отличается от пластикового.',
  'one-region': () => 'Все номера из одного региона.',
  'one-tariff-area': () => 'Регионы разные, но тарифная зона у оператора одна.',
  'regions-differ': () => 'Номера из разных регионов.',
  'region-rule-unknown': () => 'Мы не нашли, обязателен ли один регион.',
  'lines-fit': () => 'По пределу номеров в тарифе.',
  'too-many-lines': ({ number }) =>
    `Номеров ${number('lines')}, а тариф вмещает не больше ${number('limit')}.`,
  'line-limit-unknown': () => 'Мы не нашли, сколько номеров вмещает тариф.',
  'cap-kept': ({ number, count }) =>
    count('limit') === 0
      ? 'Закон пока не ограничивает.'
      : `По закону не больше ${number('limit')} на человека, номера семьи учтены.`,
  'cap-exceeded': () => 'На кого-то придётся номеров больше, чем разрешает закон.',
  'cap-unknown': () => 'Мы не нашли действующий предел номеров.',
  'all-can-sign': () => 'Для каждого номера в семье есть кому подписать договор.',
  'visit-needed': () => 'Кому-то из семьи нужно прийти в салон.',
  'remote-not-possible': () => 'Без визита в салон договор не заключить.',
  'no-adult-holder': () => 'Номер ребёнка не на кого оформить: нужен взрослый.',
  'devices-take-esim': () => 'Все устройства поддерживают eSIM.',
  'device-cannot': ({ model, line }) => `${model} не поддерживает eSIM (${line}).`,
  'device-takes-plastic': ({ model, line }) =>
    `${model}: eSIM нет, но есть место для обычной SIM-карты (${line}).`,
  'no-car-known': () =>
    'Мы не знаем ни одной машины, в которую владелец может сам поставить eSIM оператора.',
  'device-unknown': () => 'Модель не названа или о ней мало известно: есть ли eSIM, покажет EID.',
  'own-number-line': () => 'Устройство подключают с отдельным номером.',
  'only-leads': () => 'Есть только зацепки: решить по ним нельзя.',
  corroborated: ({ number }) =>
    `Независимых источников: ${number('publishers')}, но ни один не говорит про этот регион.`,
  'line-limit-assumed': () => 'Допущение: кроме плательщика, в тариф входят ещё два номера.',
  'not-in-force': ({ date }) =>
    `Тогда такого правила ещё не было: оно действует с ${date('from')}.`,
  'merged-territory': ({ regions }) => `В реестре нумерации это одна территория: ${regions}.`,
  'consent-needed': ({ holder }) => `С письменного согласия родителя подписывает ${holder}.`,
} satisfies Record<Reason['code'], (words: ParamWords) => string>;

/** A condition in one line, with the reason behind it. */
export const conditions = {
  'confirm-with-operator': ({ whether }) =>
    `Спросите оператора, ${whether}: сведения старые или без даты.`,
  'esim-treated-as-plastic': () =>
    'Спросите, принимают ли в общий тариф номер на eSIM: ни один оператор прямо об этом не пишет.',
  'issue-channel-unknown': () =>
    'Узнайте, где получить eSIM (в приложении, на сайте или в салоне): для этого региона мы этого не нашли.',
  'terms-not-read': ({ plan }) => `Прочитайте условия (${plan}): мы их не видели.`,
  'plan-openness-unknown': ({ plan }) =>
    `Спросите, подключают ли новых клиентов (${plan}): по источникам это не ясно.`,
  'payer-needs-tariff': ({ tariffs }) => `У плательщика должен быть один из тарифов: ${tariffs}.`,
  'payer-funded-not-pooled': () =>
    'Пакет у каждого свой, а платит один: общего остатка минут и гигабайтов нет.',
  'line-limit-depends-on-tariff': ({ number }) =>
    `Сколько номеров можно объединить, решает тариф плательщика: от ${number('minLines')} до ${number('maxLines')}.`,
  'payer-may-count': ({ number }) =>
    `Номеров ${number('minLines')} или ${number('maxLines')}: источник не говорит, считается ли номер плательщика.`,
  'same-tariff-area': ({ regions }) => `Все номера — из одной тарифной зоны: ${regions}.`,
  'local-exception': ({ exception }) => `В части региона другие условия: ${exception}.`,
  'visit-office': () =>
    'Иностранным гражданам нужно прийти в салон: дистанционно с ними договор не заключают.',
  'foreign-documents': () =>
    'Иностранным гражданам нужны СНИЛС, подтверждённая запись на Госуслугах и биометрия.',
  'declare-imei': () =>
    'IMEI устройства вписывают в договор: для другого устройства договор придётся менять.',
  'adult-holds-line': () =>
    'Номер ребёнка до 14 лет оформляет взрослый, и этот номер считается за взрослым.',
  'no-self-ban': () => 'На Госуслугах не должно быть самозапрета на новые договоры связи.',
  'remote-needs-signature': () =>
    'Для договора без визита в салон могут понадобиться электронная подпись и Госуслуги: так описано для eSIM, действует ли это, мы не нашли.',
  'check-market-variant': ({ model }) =>
    `${model}: наличие eSIM зависит от страны, для которой сделано устройство.`,
  'check-eid': () =>
    'На телефоне наберите *#06#, на часах и планшете найдите EID в настройках: если EID есть, есть и чип eSIM.',
  'plastic-line': ({ lines }) =>
    `Для этих номеров возьмите обычную SIM-карту, в общем тарифе это не помеха: ${lines}.`,
  'check-foreign-profiles': ({ model }) =>
    `Узнайте, берёт ли ${model} eSIM российского оператора: чип есть, но чужих операторов эта версия может не принять.`,
  'separate-number': ({ device }) =>
    `Номер у устройства (${device}) будет отдельный, а не тот же, что у телефона.`,
  'take-number-along': ({ lines, operator }) =>
    `Сначала перенесите номер к оператору (${operator}): ${lines}. Если перенести нельзя, понадобится новый номер.`,
  'ask-line-limit': () =>
    'Спросите, сколько номеров вмещает тариф: этого мы не нашли и считаем, что два номера кроме плательщика войдут.',
  'ask-what-is-shared': ({ plan }) =>
    `Спросите, общие ли минуты и гигабайты (${plan}): об этом есть только зацепки.`,
  'parent-consents': () =>
    'Подросток 14–17 лет подписывает договор сам, но с письменного согласия родителя.',
  'child-number-law': () =>
    'Подписан закон о детских номерах: спросите оператора, как теперь оформляют номер, которым пользуется ребёнок.',
  'local-terms': ({ exception }) => `Здесь у оператора свои условия: ${exception}.`,
  'near-number-cap': ({ number }) =>
    `На одного человека уже записано номеров: ${number('held')} из ${number('limit')} разрешённых.`,
} satisfies Record<ConditionCode, (words: ParamWords) => string>;

/** Names of labels that codes and parameters speak of. */
export const labels = {
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
