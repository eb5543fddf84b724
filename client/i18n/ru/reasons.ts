import type { Reason } from '../../../data/schema/reason.ts';
import type { ParamWords } from '../param-words.ts';

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
  'all-can-sign': () => 'Каждый номер есть на кого оформить.',
  'visit-needed': () => 'Кому-то из семьи нужно прийти в салон.',
  'remote-not-possible': () => 'Без визита в салон договор не заключить.',
  'no-adult-holder': () => 'Номер ребёнка не на кого оформить: нужен взрослый.',
  'devices-take-esim': () => 'Все устройства поддерживают eSIM.',
  'device-cannot': ({ model, line }) => `${model} не поддерживает eSIM (${line}).`,
  'device-unknown': () => 'Не про все устройства известно, есть ли в них eSIM.',
  'own-number-line': () => 'Устройство подключают с отдельным номером.',
  'line-with-other-operator': () => 'Один из номеров сейчас у другого оператора.',
} satisfies Record<Reason['code'], (words: ParamWords) => string>;
