import type { Step } from '../../../data/schema/assessment.ts';
import type { ParamWords } from '../param-words.ts';

/** What to do, in order. */
export const steps = {
  'confirm-plan-terms': ({ operator, plan }) =>
    `Спросите (${operator}), открыто ли подключение, сколько номеров входит и сколько это стоит: ${plan}.`,
  'check-device-eid': () => 'На каждом устройстве наберите *#06#: если показан EID, чип eSIM есть.',
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
  'activate-profiles-first': () =>
    'Сначала установите и включите eSIM на каждом устройстве и только потом собирайте группу.',
  'activate-in-russia': () =>
    'Включайте российский eSIM в России: из-за границы активация сейчас не проходит.',
  'open-group': ({ plan, channels }) => `Плательщик открывает группу — ${plan}: ${channels}.`,
  'invite-members': () => 'Плательщик приглашает участников по их номерам.',
  'members-accept': () => 'Каждый участник подтверждает приглашение на своём устройстве.',
  'set-member-limits': () => 'Задайте предел для каждого участника, если тариф это умеет.',
  'keep-spare-line-active': () =>
    'Запасным номером пользуйтесь хотя бы раз в двое-трое суток: после 72 часов без связи интернет и SMS отключают на сутки.',
  'review-sign-ins': () =>
    'Проверьте историю входов в личный кабинет и завершите незнакомые сеансы.',
  'keep-codes-secret': () => 'Никому не передавайте коды из SMS и QR-код с профилем eSIM.',
  'avoid-open-wifi': () => 'Не входите в личный кабинет и не загружайте eSIM через открытый Wi-Fi.',
  'no-travel-profile-on-watch': () =>
    'Не рассчитывайте на туристический eSIM в часах: часам нужен номер вашего оператора.',
} satisfies Record<Step['code'], (words: ParamWords) => string>;

/** Headings over the kinds of step. */
export const stepKinds = {
  prepare: 'Подготовить',
  do: 'Сделать',
  warn: 'Не забыть о безопасности',
} satisfies Record<Step['kind'], string>;
