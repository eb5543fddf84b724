import type { Verdict } from '../../../data/schema/verdict.ts';

/**
 * A verdict in a word or two: labels, lists, the legend. A `no` reads "probably not" wherever it stands, in a table as on the
 * card: it rests on what was found, and there may be a newer offer.
 */
export const verdictNames = {
  yes: 'да',
  partial: 'возможно при условиях',
  unknown: 'неизвестно',
  no: 'скорее всего, нет',
} satisfies Record<Verdict, string>;

/**
 * The answer for a region in a sentence that says what a person may do next. `operators` is a list joined by "or".
 * A `partial` is called possible and not likely: it rests on an assumption, and today on undated pages.
 */
export const regionVerdict = {
  yes: (operators: string) => `Да: ${operators}. Можно подключаться.`,
  partial: (operators: string) =>
    `Возможно: ${operators}, если все номера этого региона. Сначала уточните условия тарифа.`,
  unknown: (_operators: string) =>
    'Неизвестно: общего тарифа с eSIM здесь не нашли, но и отказа тоже. Спросите оператора.',
  no: (_operators: string) =>
    'Скорее всего, нет: ни один оператор здесь не подходит. Посмотрите, что могло бы это изменить.',
} satisfies Record<Verdict, (operators: string) => string>;

/** The answer for one operator. */
export const operatorVerdict = {
  yes: 'Да, можно подключаться.',
  partial: 'Возможно: сначала проверьте условия ниже.',
  unknown: 'Неизвестно: спросите оператора.',
  no: 'Скорее всего, нет.',
} satisfies Record<Verdict, string>;
