import type { DeviceNoteCode } from '../../../data/core/schema/device.ts';

/** Words of the field that finds a device by its name or code. */
export const deviceField = {
  label: 'Модель или код с коробки',
  results: 'Найденные устройства',
  loading: 'Загружаем список устройств…',
  failed:
    'Список устройств не загрузился. Ответ считается без модели; проверьте связь и нажмите на поле ещё раз.',
  none: 'Такого устройства в нашем списке нет, поэтому модель пока считается неизвестной. Попробуйте код с коробки или посмотрите EID — это надёжнее всего.',
  found: (device: string, why: string) => `${device} — ${why}.`,
  several: (count: number): string =>
    count === 1 ? 'Подходит одно устройство: выберите его.' : `Подходит ${count}: выберите своё.`,
  didYouMean: (count: number): string =>
    count === 1
      ? 'Точно такого нет. Возможно, это оно:'
      : 'Точно такого нет. Возможно, одно из этих:',
  anyModel: 'модель не знаю',
  /** Why a device is offered. `by`: the code or the other name. */
  why: {
    code: (by: string) => `по коду ${by} на коробке`,
    name: () => 'по названию',
    alias: (by: string) => `его называют и «${by}»`,
    words: () => 'по словам в названии',
    layout: () => 'если сменить раскладку клавиатуры',
    near: () => 'похожее название',
  },
};

/** What to know about a device model or one of its versions, one sentence a code. */
export const deviceNotes = {
  'sellers-lists-only': 'Модель названа только в списках продавцов eSIM.',
  'markets-not-told-apart': 'Источники не различают версии для разных стран.',
  'differs-by-market': 'В версиях для одних стран eSIM есть, для других — нет.',
  'carrier-or-country-units-differ':
    'У экземпляров отдельных операторов или стран eSIM может не быть.',
  'not-in-the-sources':
    'Прочитанные источники не говорят, есть ли у модели eSIM; это ничего не доказывает.',
  'newer-than-the-sources': 'Модель новее прочитанных источников.',
  'leak-or-preview-only': 'Известно только из утечки или предварительного обзора.',
  'sources-disagree': 'Источники расходятся.',
  'too-old-for-esim': 'Модель вышла раньше, чем в этой линейке появилась eSIM.',
  'china-version-without-esim': 'В версии для материкового Китая eSIM нет.',
  'second-tray-means-no-esim':
    'Если в лотке два места для SIM-карт, это версия для Китая, Гонконга или Макао, без eSIM.',
  'hong-kong-units-may-lack-esim': 'У экземпляров из Гонконга eSIM может не быть.',
  'hong-kong-version-has-esim': 'В версии для Гонконга eSIM есть.',
  'enabled-by-update': 'eSIM появилась с обновлением системы: установите его.',
  'foreign-profiles-unclear': 'Чип есть, но примет ли он eSIM российского оператора, неизвестно.',
  'regional-lock-possible':
    'Ввезённый параллельным импортом Samsung может не принять российскую SIM-карту: региональная блокировка.',
  'one-operator-only': 'eSIM работает только с одним зарубежным оператором.',
  'one-country-only': 'Модель выпускалась для одной страны.',
  'nano-sim-and-esim': 'Одна nano-SIM и eSIM.',
  'nano-sim-only': 'Только nano-SIM.',
  'two-nano-sims-and-esim': 'Две nano-SIM и eSIM.',
  'two-nano-sims-no-esim': 'Две nano-SIM, eSIM нет.',
  'no-cellular-radio': 'Без сотовой связи.',
  'cellular-version-only': 'eSIM есть только в версии с сотовой связью.',
  'data-only': 'Только интернет, без звонков.',
  'number-sharing-plan-needed': 'Нужна услуга оператора «один номер на двух устройствах».',
  'loaded-from-the-phone': 'eSIM ставят на часы из приложения на телефоне.',
  'no-russian-operator-shown':
    'Ни один источник не называет российского оператора, который это поддерживает.',
  'emergency-calls-only': 'Встроенный чип для экстренных вызовов; свою eSIM в него не загрузить.',
  'sheet-of-another-market':
    'Прочитан только листок магазина для другого рынка: в нём две SIM-карты и нет eSIM, но у некоторых телефонов он eSIM пропускает.',
  'known-from-a-sister-model': 'Известно по родственной модели с тем же устройством.',
  'usually-plastic-sim':
    'Детским часам этого класса обычно нужна обычная nano-SIM. Про эту модель точно не известно: посмотрите лоток или инструкцию, прежде чем покупать eSIM.',
  'micro-sim-only': 'Только micro-SIM.',
  'two-products-one-name':
    'Под одним названием продают две версии, с eSIM и без: смотрите код на коробке.',
  'old-networks': 'Работает, насколько известно, только в сетях 2G или 3G, а их отключают.',
  'china-units-may-differ': 'У экземпляров для материкового Китая может быть иначе.',
  'makers-sim-of-its-time':
    'Встроенный чип — старая Apple SIM, а не обычная eSIM: ставьте nano-SIM.',
  'makers-connection-only':
    'Связь обеспечивает производитель; нет сведений, что владелец может поставить свою eSIM.',
  'maker-blocks-other-sims':
    'Производитель может заблокировать экран, если сменить SIM-карту: не меняйте её.',
  'makers-service-not-in-russia':
    'Служба производителя, без которой устройство не работает, Россию не охватывает.',
} satisfies Record<DeviceNoteCode, string>;
