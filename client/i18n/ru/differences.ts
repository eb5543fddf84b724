import type { DifferenceTopic } from '../../../data/core/features/differences.ts';
import type { MeasureUnit, ValueBound } from '../../../data/core/schema/measure.ts';

/** Words of the page on what differs between regions. */
export const differences = {
  title: 'Чем отличаются регионы',
  description:
    'Где общие тарифы, eSIM, мобильный интернет и сети не такие, как в среднем по России, с источниками.',
  lead: 'Здесь только то, что источники говорят об отдельных регионах. Если региона в разделе нет, это не значит, что в нём всё так же: о нём просто ничего не нашли.',
  asOf: (day: string) => `На ${day}.`,
  count: (regions: string) => `Регионов, о которых известно своё: ${regions}.`,
  files: 'Таблицей:',
  place: 'Регион',
  what: 'Что известно',
  since: 'На какой день',
  sources: 'Источники',
  undated: 'без даты',
  topic: {
    plans: {
      title: 'Общие тарифы и условия',
      common:
        'Обычно известно только то, что сказано для всей страны: тариф есть, а условия в вашем регионе надо спросить.',
    },
    esim: {
      title: 'Где выдают eSIM',
      common: 'Обычно известно, что оператор выдаёт eSIM, но не где и как именно.',
    },
    limits: {
      title: 'Ограничения мобильного интернета',
      common:
        'О большинстве отключений последних месяцев сообщений не нашли. Места названы только до региона.',
    },
    presence: {
      title: 'Кто продаёт связь',
      common: 'МТС, «МегаФон», «Билайн» и Yota держат номера во всех регионах карты.',
    },
    terms: {
      title: 'Домашний регион и особые места',
      common: 'Обычно домашний регион — субъект, где подписан договор.',
    },
    networks: {
      title: 'Сети',
      common: 'Числа разных ведомств посчитаны по-разному: сравнивать регионы по ним нельзя.',
    },
  } satisfies Record<DifferenceTopic, { title: string; common: string }>,
  numbers: 'Что посчитано',
  measure: 'Показатель',
  value: 'Число',
  year: 'Год',
  of: (value: string, whole: string) => `${value} из ${whole}`,
  bound: {
    about: (value: string) => `около ${value}`,
    'at-least': (value: string) => `не меньше ${value}`,
    'fewer-than': (value: string) => `меньше ${value}`,
    'more-than': (value: string) => `больше ${value}`,
  } satisfies Record<ValueBound, (value: string) => string>,
  unit: {
    settlements: 'населённые пункты',
    'base-stations': 'базовые станции',
    percent: '%',
    hours: 'часы',
    events: 'случаи',
    'sim-cards': 'SIM-карты',
  } satisfies Record<MeasureUnit, string>,
};
