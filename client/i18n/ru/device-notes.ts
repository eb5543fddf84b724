import type { DeviceNoteCode } from '../../../data/schema/device.ts';

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
} satisfies Record<DeviceNoteCode, string>;
