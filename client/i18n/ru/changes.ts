import type { Change } from '../../../data/schema/change.ts';
import { counted } from '../format.ts';
import type { ParamWords } from '../param-words.ts';

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
