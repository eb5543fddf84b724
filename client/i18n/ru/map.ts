import { counted } from '../grammar/format.ts';
import { verdictNames } from './answers.ts';

/** Words that only the map needs. */
export const map = {
  label: 'Карта регионов. Стрелки ведут в соседний регион, Enter открывает, Escape возвращает.',
  noWebgl: 'Браузер не показывает трёхмерную карту, поэтому здесь простая: всё остальное работает.',
  failed: 'Карта не загрузилась, вместо неё простая. Список, поиск и карточки работают.',
  layer: {
    title: 'Показать на карте',
    verdict: 'Ответ',
    plans: 'Операторы с общим тарифом',
    evidence: 'Надёжность сведений',
    presence: 'Где есть оператор',
    numbers: 'Номера оператора',
  },
  layerHelp: {
    verdict: 'Для двух взрослых и подростка. Чем контрастнее цвет, тем больше операторов.',
    plans: 'У скольких операторов найден семейный тариф или группа.',
    evidence: 'Самый слабый из источников, на которых держится лучший ответ.',
    presence: 'Обслуживает ли оператор договоры этого региона. О семейном тарифе это не говорит.',
    numbers:
      'Мобильные номера, выделенные оператору по реестру. Это не покрытие и не доказательство продаж.',
  },
  operator: 'Оператор',
  colourClass: {
    verdict: {
      yes: 'Да',
      'partial-4': 'При условиях: 4 оператора и больше',
      'partial-3': 'При условиях: 3 оператора',
      'partial-2': 'При условиях: 2 оператора',
      'partial-1': 'При условиях: 1 оператор',
      no: 'Скорее всего, нет',
      unknown: 'Неизвестно',
    },
    plans: {
      'amount-5': '5 операторов и больше',
      'amount-4': '4 оператора',
      'amount-3': '3 оператора',
      'amount-2': '2 оператора',
      'amount-1': '1 оператор',
      unknown: 'Не найдено',
    },
    evidence: {
      'amount-5': 'Сайт оператора или государства',
      'amount-4': 'Государственный реестр',
      'amount-2': 'Пресса',
      'amount-1': 'Дилеры, агрегаторы, форумы',
      unknown: 'Сведений нет',
    },
    presence: {
      present: 'Есть',
      'present-partly': 'Есть с оговорками',
      absent: 'Скорее всего, не продаёт',
      unknown: 'Неизвестно',
    },
    numbers: {
      'amount-5': '5 млн и больше',
      'amount-4': 'от 1 млн до 5 млн',
      'amount-3': 'от 500 тыс. до 1 млн',
      'amount-2': 'от 100 до 500 тыс.',
      'amount-1': 'меньше 100 тыс.',
      'amount-0': 'Номеров нет',
    },
  },
  /** Short names of the steps of a scale, under their colours. */
  step: {
    verdict: { 'partial-1': '1', 'partial-2': '2', 'partial-3': '3', 'partial-4': '4+' },
    plans: { 'amount-1': '1', 'amount-2': '2', 'amount-3': '3', 'amount-4': '4', 'amount-5': '5+' },
    evidence: {
      'amount-1': 'форумы',
      'amount-2': 'пресса',
      'amount-4': 'реестр',
      'amount-5': 'оператор',
    },
    presence: {},
    numbers: {
      'amount-0': 'нет',
      'amount-1': 'до 100 тыс.',
      'amount-2': '100 тыс.',
      'amount-3': '500 тыс.',
      'amount-4': '1 млн',
      'amount-5': '5 млн',
    },
  },
  /** What the steps count: regions above, their meaning below. */
  scale: {
    verdict: 'Возможно при условиях: по числу операторов',
    plans: 'Регионов по числу операторов',
    evidence: 'Регионов по источнику',
    presence: '',
    numbers: 'Регионов по количеству номеров',
  },
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
    none: 'Ничего не нашлось. Выберите регион на карте или в списке.',
    region: 'регион',
  },
  newVersion: 'Данные обновились.',
  reload: 'Показать новые',
  offline: (date: string) => `Нет сети. Показаны данные на ${date}.`,
};

/** What every language has to say about the map. */
export type MapMessages = typeof map;
