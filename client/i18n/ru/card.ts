import type { Evidence } from '../../../data/core/schema/assessment.ts';
import type { Confidence, Freshness } from '../../../data/core/schema/claim.ts';
import type { Step } from '../../../data/core/schema/outlook.ts';
import type { PlanModel } from '../../../data/core/schema/plan.ts';
import type { RestrictionService } from '../../../data/core/schema/restriction.ts';
import type { Method } from '../../../data/core/schema/verdict.ts';
import { counted, type ParamWords } from '../grammar/format.ts';

/** Words of the region card and the region page. */
export const card = {
  contractNote: 'Важно, где заключён договор, а не где вы сейчас.',
  forWhom:
    'Вопрос: могут ли двое взрослых и подросток, граждане России, подключить один общий тариф, если у каждого телефон с eSIM и все договоры заключены здесь?',
  ownFamily: 'Проверить свою семью',
  conditions: 'Условия',
  operators: 'Операторы',
  family: 'О семье — для любого оператора',
  silent: 'Общего тарифа не нашли (но он может быть):',
  absent: 'Номеров этого региона нет:',
  notHere: 'Не подходят здесь',
  nothingKnown: 'Общий тариф не найден',
  exceptions: 'Местные условия',
  wholeRegion: 'весь регион',
  steps: 'Что делать',
  stepsAdvice: 'Шаг без номера источника — общий совет.',
  changes: 'Что изменит ответ',
  changesTo: (verdict: string) => `Тогда ответ: ${verdict}.`,
  evidence: 'Источники',
  open: 'Чего мы не нашли',
  lookedOn: (date: string) => `искали ${date}`,
  notSearched: 'ещё не искали',
  restrictions: 'Сейчас действует',
  restrictionsNote: 'Это временно и на ответ не влияет.',
  since: (date: string) => `начало: ${date}`,
  lastReported: (date: string) => `последнее сообщение: ${date}`,
  stillWorks: (services: string) => `Работает: ${services}.`,
  service: {
    voice: 'звонки',
    sms: 'SMS',
    'slow-data': 'медленный интернет',
    'white-list': '«белый список» сайтов',
    wifi: 'Wi-Fi',
    fixed: 'проводная связь',
  } satisfies Record<RestrictionService, string>,
  neighbours: 'Соседние регионы',
  plan: 'Тариф',
  otherPlans: 'Другие тарифы',
  shares: 'Что общее',
  shared: { minutes: 'минуты', sms: 'SMS', data: 'интернет' },
  /** What a plan shares, in a headline. */
  planModel: {
    pooled: 'общий пакет',
    'payer-funded': 'платит один, пакеты раздельные',
    unknown: 'не найдено, что общее',
  } satisfies Record<PlanModel, string>,
  notPooled: 'ничего: у каждого свой пакет, платит один',
  shareUnknown: 'не найдено',
  members: 'Сколько номеров',
  memberRange: (min: number, max: number) =>
    min === max ? `до ${max} вместе с плательщиком` : `от ${min} до ${max}, зависит от тарифа`,
  memberRangeUnclear: (min: number, max: number) =>
    `${min} или ${max}: считается ли плательщик, не сказано`,
  fee: 'Цена',
  feePer: {
    'added-line': 'за каждый добавленный номер',
    group: 'за всю группу',
    plan: 'за тариф',
    unknown: '— за номер или за группу, не сказано',
  },
  feePerTariff: (name: string, lines: number | undefined) =>
    lines === undefined
      ? `за тариф ${name}`
      : `за тариф ${name}, ${counted('ru', lines, { one: 'номер', few: 'номера', other: 'номеров' })}`,
  period: { month: 'в месяц', day: 'в день', unknown: '(срок не назван)' },
  feeOn: (date: string) => `цена на ${date}`,
  feePlaceUnnamed: 'регион в источнике не назван',
  feeUndated: 'дата цены неизвестна',
  feeTerms: (amount: string, period: string, per: string) => `${amount} ${period} ${per}`,
  feeElsewhere: (regions: string) => `не для этого региона: ${regions}`,
  allRegions: 'все регионы',
  allRegionsBut: (regions: string) => `все регионы, исключения: ${regions}`,
  feeUnknown: 'не найдена',
  channels: 'Где подключить',
  channelUnknown: 'не найдено',
  why: 'Почему такой ответ',
  allConditions: 'Ещё условия',
  cost: 'Сколько это стоит',
  costShared: 'общий тариф',
  costSeparate: 'отдельные номера',
  costAdded: 'каждый добавленный номер',
  perMonth: (amount: string) => `${amount} в месяц`,
  costItem: {
    'group-fee': 'плата за группу',
    'added-line-fee': 'плата за добавленные номера',
    'plan-fee': 'плата за тариф',
    'base-tariff': 'тариф плательщика',
    'separate-line': 'отдельный номер',
  },
  costMissing: {
    'base-tariff': 'тариф плательщика',
    'separate-line': 'отдельный номер',
    'group-fee': 'плата за группу',
    'added-line-fee': 'плата за добавленные номера',
  },
  costNotFound: (what: string) => `Нет цены с датой: ${what}.`,
  changesOn: (date: string, verdict: string) => `С ${date} ответ изменится: ${verdict}.`,
  actions: 'Что сделать с ответом',
  share: 'Ссылка на страницу',
  print: 'Напечатать',
  receipt:
    'Подпись сервиса под вопросом, ответом, выпуском данных и версией правил. Код читает телефон, а проверяет без сети любая библиотека JOSE с ключами /.well-known/jwks.json.',
  copy: 'Скопировать текстом',
  copied: 'Скопировано',
  download: 'Данные региона',
  embed: 'Вставить на сайт',
  report: 'Сообщить об ошибке',
  reportClaim: 'неверно?',
  pageTitle: (region: string) => `${region}: семейный тариф на eSIM`,
  pageDescription: (region: string, sentence: string) => `${region}. ${sentence}`,
};

/** How strong, how old and how come by: in words, not in stars. */
export const evidence = {
  disputed: 'оспорено',
  confidence: {
    official: 'официальная страница',
    register: 'государственный реестр',
    press: 'пресса',
    secondary: 'сторонний источник',
  } satisfies Record<Confidence, string>,
  freshness: {
    current: 'свежее',
    ageing: 'больше года',
    old: 'больше трёх лет',
    undated: 'без даты',
  } satisfies Record<Freshness, string>,
  method: {
    stated: 'сказано в источнике',
    measured: 'подсчитано',
    inferred: 'вывод',
    assumed: 'допущение',
  } satisfies Record<Method, string>,
  role: {
    decisive: 'решило',
    supporting: 'подтверждает',
    contradicting: 'говорит иначе, но слабее',
    lead: 'зацепка, ничего не решает',
    stale: 'давно не проверялось, не учтено',
  } satisfies Record<Evidence['role'], string>,
  observed: (date: string) => `сведения на ${date}`,
  checked: (date: string) => `проверено ${date}`,
  checkDue: 'пора перепроверить',
  inherited: (operator: string) => `перенято у сети ${operator}`,
  source: 'источник',
  back: 'Назад к тексту',
};

/** What to do, in order. */
export const steps = {
  'confirm-plan-terms': ({ operator, plan }) =>
    `Спросите оператора (${operator}), можно ли сейчас подключиться (${plan}), сколько номеров входит и сколько это стоит.`,
  'check-device-eid': () =>
    'На телефоне наберите *#06#, на часах и планшете найдите EID в настройках: если EID есть, есть и чип eSIM.',
  'check-device-lock': () =>
    'Проверьте, что устройство не привязано к другому оператору. На iPhone в пункте «Блокировка SIM-карты» должно стоять «Нет ограничений».',
  'prepare-passport': () => 'Подготовьте паспорта тех, на кого оформляют номера.',
  'prepare-members-data': () =>
    'Запишите номера, имена и даты рождения участников: их могут спросить при создании группы.',
  'prepare-foreign-documents': () =>
    'Иностранным гражданам: паспорт, СНИЛС, подтверждённая запись на Госуслугах, биометрия и IMEI устройства.',
  'check-self-ban': () =>
    'Посмотрите на Госуслугах, нет ли самозапрета на новые договоры связи, и снимите его.',
  'go-to-channel': ({ operator, channels }) => `Обратитесь к оператору (${operator}): ${channels}.`,
  'prepare-parent-consent': () =>
    'Подросток 14–17 лет подписывает договор с письменного согласия родителя: возьмите эту бумагу с собой.',
  'check-porting-terms': ({ lines, operator }) =>
    `До переноса (${lines}) проверьте: номер записан на того, кто подписывает договор (${operator}), долгов нет, регион тот же.`,
  'take-number-along': ({ lines, operator }) =>
    `Подайте заявление о переносе номера (${lines}) оператору (${operator}); если перенести нельзя, возьмите новый номер.`,
  'porting-loses-terms': ({ lines }) =>
    `При переносе (${lines}) пропадают прежний тариф, остатки пакетов и бонусы; вернуть архивный тариф обычно нельзя.`,
  'activate-profiles-first': () =>
    'Сначала установите и включите eSIM на каждом устройстве и только потом собирайте группу.',
  'activate-in-russia': () =>
    'Включайте российскую eSIM в России: из-за границы активация сейчас не проходит.',
  'open-group': ({ plan, channels }) => `Плательщик открывает группу (${plan}): ${channels}.`,
  'invite-members': () => 'Спросите, как плательщику добавить участников.',
  'members-accept': () => 'Спросите, нужно ли участникам подтверждать это на своих устройствах.',
  'set-member-limits': () => 'Задайте предел для каждого участника, если тариф это позволяет.',
  'keep-spare-line-active': () =>
    'Запасным номером пользуйтесь хотя бы раз в двое суток: после 72 часов без связи интернет и SMS отключают на сутки.',
  'review-sign-ins': () =>
    'Проверьте историю входов в личный кабинет и завершите незнакомые сеансы.',
  'keep-codes-secret': () => 'Никому не передавайте коды из SMS и QR-код с профилем eSIM.',
  'avoid-open-wifi': () => 'Не входите в личный кабинет и не загружайте eSIM через открытый Wi-Fi.',
  'no-travel-profile-on-watch': () =>
    'Не рассчитывайте на туристическую eSIM в часах: часам нужен номер вашего оператора.',
} satisfies Record<Step['code'], (words: ParamWords) => string>;

/** Headings over the kinds of step. */
export const stepKinds = {
  prepare: 'Подготовить',
  do: 'Сделать',
  warn: 'Не забыть о безопасности',
} satisfies Record<Step['kind'], string>;
