import type { EsimSupport } from '../../../data/schema/device.ts';
import { counted } from '../format.ts';

/** Words of the household check. */
export const check = {
  title: 'Проверить свою семью',
  description:
    'Ответ для ваших номеров и устройств. Считается в браузере: ничего никуда не отправляется.',
  lead: 'Опишите семью — ответ появится ниже и будет меняться сразу. Всё считается в этом браузере; ответы хранятся только в адресе страницы, после знака #, и на сервер не попадают.',
  noScript:
    'Для проверки нужны скрипты. Без них работает всё остальное: ответы по регионам, сравнение операторов и справка.',
  toRegions: 'Список регионов',
  loading: 'Загружаем данные…',
  failed: 'Данные не загрузились. Проверьте связь и откройте страницу ещё раз.',
  people: 'Кто в семье',
  person: (position: number) => `Человек ${position}`,
  age: 'Возраст',
  citizenship: 'Гражданство',
  otherNumbers: 'Других номеров на этом человеке',
  addPerson: 'Добавить человека',
  remove: (what: string) => `Убрать: ${what}`,
  lines: 'Номера и устройства',
  line: (position: number) => `Номер ${position}`,
  user: 'Кто пользуется',
  holder: 'На кого оформлен',
  holderDefault: 'на себя, до 14 лет — на плательщика',
  device: 'Устройство',
  model: 'Модель (начните печатать)',
  modelUnknown: 'не знаю',
  modelNotListed: 'Такой модели в списке нет. Считаем, что модель неизвестна: проверьте EID.',
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
    dial: 'Наберите *#06#. Если среди номеров есть EID (32 цифры), чип eSIM в устройстве есть. То же в настройках:',
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
    none: 'EID нет — значит, нет и чипа: поможет только другое устройство. Названия пунктов зависят от версии системы.',
  },
  operator: 'Оператор сейчас',
  operatorAny: 'нового подберём или можно сменить',
  region: 'Регион договора',
  payer: 'Платит за всех',
  addLine: 'Добавить номер',
  more: 'Ещё о семье',
  signing: 'Как удобно заключить договор',
  signings: { any: 'как угодно', remote: 'только без визита', 'in-person': 'в салоне' },
  present: 'Где семья сейчас',
  presentSame: 'там же, где договор',
  result: 'Ответ для вашей семьи',
  resultFor: (region: string) => `Плательщик: ${region}`,
  invalid: 'Так посчитать нельзя: в описании семьи что-то не сходится. Начните заново.',
  damaged: 'Ссылка неполная или сделана для другой версии: описание семьи начато заново.',
  full: 'Больше добавить нельзя.',
  family: 'О самой семье, при любом операторе',
  familyNo: (questions: string) => `Скорее всего нет, и дело не в операторе. Мешает: ${questions}.`,
  plastic:
    'Если номер останется на обычной SIM-карте, это устройство не помеха: карта говорит об общих тарифах на eSIM.',
  unknownAt: (operator: string, questions: string) =>
    `Неизвестно. Ближе всего к «да» ${operator}, но нет ответа на вопрос: ${questions}`,
  wayOut: 'Что изменит ответ',
  bestOperators: 'Операторы рядом',
  otherOperators: 'Остальные',
  share: 'Ссылка на эту проверку',
  shareNote: 'В ссылке — ваши ответы. Отправляйте её только тем, кому хотите их показать.',
  copyLink: 'Скопировать ссылку',
  reset: 'Начать заново',
  announce: (verdict: string) => `Ответ: ${verdict}`,
  peopleCount: (count: number) =>
    counted('ru', count, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' }),
};
