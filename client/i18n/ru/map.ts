import type { Verdict } from '../../../data/core/schema/verdict.ts';
import { counted } from '../grammar/format.ts';

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

/** Words that only the map needs. */
export const map = {
  label: 'Карта регионов. Стрелки ведут в соседний регион, Enter открывает, Escape возвращает.',
  noWebgl:
    'Этот браузер не может показать подробную карту, поэтому здесь простая. Всё остальное работает.',
  failed:
    'Подробная карта не загрузилась, поэтому здесь простая. Список, поиск и карточки работают.',
  layerTitle: 'Показать на карте',
  sign: 'Особые условия или постоянные ограничения интернета',
  operator: 'Оператор',
  verdict: verdictNames,
  shown: (layer: string) => `На карте: ${layer}`,
  focused: (name: string, value: string) => `${name}: ${value}`,
  opened: (name: string, verdict: string) => `Открыт регион ${name}: ${verdict}`,
  openPage: 'Открыть страницу региона',
  closed: 'Карточка закрыта',
  zoomIn: 'Приблизить',
  zoomOut: 'Отдалить',
  wholeCountry: 'Вся страна',
  globe: 'Глобус',
  flat: 'Плоская карта',
  whereAmI: 'Где я',
  locating: 'Определяем место. Координаты останутся в браузере.',
  located: {
    certain: (name: string) => `Вы здесь: ${name}. Для договора важен регион, где он заключён.`,
    border: (names: string) =>
      `Вы у границы: это может быть ${names}. Контуры неточные, выберите сами.`,
    snapped: (name: string) => `Ближе всего ${name}: точка чуть в стороне от контура.`,
    outside: (_names: string) =>
      'Вы за пределами 83 регионов карты. Выберите регион договора из списка.',
  },
  locateDenied: 'Браузер не разрешил узнать место. Найдите регион через поиск.',
  locateFailed: 'Место определить не удалось. Найдите регион через поиск.',
  search: {
    results: 'Найденные регионы и города',
    count: (count: number) =>
      counted('ru', count, { one: 'вариант', few: 'варианта', other: 'вариантов' }),
    none: 'Ничего не нашлось. Напишите город вместо его района или малого села либо выберите регион на карте или в списке.',
    region: 'регион',
    federalCity: 'город федерального значения',
    outside: (where: string) => `вне карты: ${where}`,
  },
  newVersion: 'Данные обновились.',
  reload: 'Показать новые',
  offline: (date: string) => `Нет сети. Показаны данные на ${date}.`,
};

/** What every language has to say about the map. */
export type MapMessages = typeof map;

/** The verdicts as every language names them. */
export type VerdictNames = Readonly<Record<Verdict, string>>;
