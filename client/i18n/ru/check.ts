import type { DeviceNoteCode, EsimSupport } from '../../../data/core/schema/device.ts';

/** Words of the household check. */
export const check = {
  title: 'Проверить свою семью',
  description:
    'Ответ для ваших номеров и устройств. Считается в браузере: ничего никуда не отправляется.',
  lead: 'Ответ появляется сразу и меняется вместе с полями. Всё считается в этом браузере; ваши ответы хранятся только в адресе страницы, после знака #, и на сервер не попадают.',
  noScript:
    'Для проверки нужны скрипты. Без них работает всё остальное: ответы по регионам, сравнение операторов и справка.',
  toRegions: 'Список регионов',
  loading: 'Загружаем данные…',
  failed: 'Данные не загрузились. Проверьте связь и откройте страницу ещё раз.',
  start: 'Регион и семья',
  homeRegion: 'Регион договора',
  chooseRegion: '— выберите регион —',
  presetsTitle: 'Кто в семье? Начните с похожего, потом поправьте',
  preset: {
    'adults-and-child': 'двое взрослых и ребёнок',
    'couple-with-watch': 'пара с часами',
    'three-generations': 'три поколения',
    students: 'студенты',
  },
  pays: 'платит за всех',
  morePerson: 'Гражданство, другие номера, на кого оформлено',
  addDevice: 'Добавить устройство',
  noRegion: 'Выберите регион, и здесь появится ответ',
  noRegionLong: 'Регион договора не выбран, поэтому ответа пока нет: он для каждого региона свой.',
  toAnswer: 'К ответу',
  people: 'Кто в семье',
  person: (position: number) => `Человек ${position}`,
  age: 'Возраст',
  citizenship: 'Гражданство',
  otherNumbers: 'Сколько ещё номеров оформлено на этого человека',
  wholeNumber: (max: string, counted: string) =>
    `Нужно целое число от 0 до ${max}. Пока считаем прежнее: ${counted}.`,
  addPerson: 'Добавить человека',
  addedPerson: (person: number, hasLine: boolean) =>
    hasLine
      ? `Добавлен человек ${person} с телефоном.`
      : `Добавлен человек ${person}, но без номера: номеров уже больше не добавить.`,
  removedPerson: (person: number, hadLines: boolean) =>
    hadLines ? `Убран человек ${person} вместе с его номерами.` : `Убран человек ${person}.`,
  addedLine: (line: number) => `Добавлен номер ${line}.`,
  removedLine: (line: number) => `Убран номер ${line}.`,
  remove: (what: string) => `Убрать: ${what}`,
  line: (position: number) => `Номер ${position}`,
  holder: 'На кого оформлен',
  holderDefault: 'на себя, до 14 лет — на плательщика',
  device: 'Устройство',
  modelUnknown: 'не знаю',
  variant: 'Для какой страны сделано',
  variantUnknown: 'не знаю',
  variantOption: (market: string, esim: string, codes: string) =>
    codes === '' ? `${market}: ${esim}` : `${market}: ${esim} (${codes})`,
  variantWhere:
    'Номер модели написан в настройках, в разделе об устройстве, и на коробке. На iPhone нажмите на строку «Номер модели»: появится код вида A2634.',
  esim: {
    yes: 'eSIM есть',
    no: 'eSIM нет',
    'by-variant': 'eSIM есть не во всех версиях',
    unknown: 'есть ли eSIM, неизвестно',
  } satisfies Record<EsimSupport, string>,
  esimOf: (device: string, answer: string) => `${device} — ${answer}.`,
  eid: {
    title: 'Есть ли в устройстве eSIM: где посмотреть EID',
    dial: 'На телефоне наберите *#06#: если среди номеров есть EID (32 цифры), чип eSIM в нём есть. EID написан и в настройках, а на часах и планшете — обычно только там:',
    places: [
      ['iPhone, iPad', 'Настройки → Основные → Об этом устройстве → EID'],
      ['Android', 'Настройки → О телефоне → EID (иногда «Общая информация» или «Статус»)'],
      [
        'Samsung',
        'Настройки → Подключения → Диспетчер SIM-карт → Добавить eSIM; EID — в «Сведениях о телефоне»',
      ],
      [
        'Huawei',
        'Настройки → Мобильная сеть → Управление SIM-картами → eSIM; EID — в разделе «О телефоне»',
      ],
    ] as readonly (readonly [system: string, path: string])[],
    none: 'Если EID не видно ни после *#06#, ни в настройках, чипа, скорее всего, нет, и поможет только другое устройство. Названия пунктов зависят от версии системы.',
  },
  operator: 'Оператор сейчас',
  operatorAny: 'ещё нет или готовы сменить',
  region: 'Регион договора',
  payer: 'Платит за всех',
  more: 'Ещё о семье',
  signing: 'Как удобно заключить договор',
  signings: { any: 'как угодно', remote: 'только без визита', 'in-person': 'в салоне' },
  present: 'Где семья сейчас',
  presentSame: 'там же, где договор',
  result: 'Ответ для вашей семьи',
  invalid: 'Так посчитать нельзя: в описании семьи что-то не сходится. Начните заново.',
  damaged: 'Ссылка неполная или сделана для другой версии: описание семьи начато заново.',
  full: 'Больше добавить нельзя.',
  family: 'О самой семье, при любом операторе',
  plastic:
    'Если номер останется на обычной SIM-карте, это устройство не помеха: карта говорит об общих тарифах на eSIM.',
  wayOut: 'Что изменит ответ',
  share: 'Ссылка на эту проверку',
  shareNote: 'В ссылке — ваши ответы. Отправляйте её только тем, кому хотите их показать.',
  copyLink: 'Скопировать ссылку',
  linkCopied: 'Ссылка скопирована.',
  linkNotCopied: 'Скопировать не удалось. Ссылка стоит в адресной строке: скопируйте её оттуда.',
  reset: 'Начать заново',
};

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
