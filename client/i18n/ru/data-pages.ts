import type { DifferenceTopic } from '../../../data/core/features/differences.ts';
import type { MeasureUnit, ValueBound } from '../../../data/core/schema/measure.ts';

/** Words of the page with the data: files, formats, commands. */
export const downloads = {
  title: 'Данные',
  description: 'Вердикты, операторы, источники: файлы и API, открытая лицензия.',
  lead: 'Всё, что есть на карте, можно забрать целиком и использовать где угодно. Лицензия CC BY 4.0: укажите «Family eSIM Map».',
  release: (version: string, hash: string) => `Выпуск от ${version}, отпечаток ${hash}.`,
  upcoming: (last: string, hash: string) =>
    `Данные новее выпуска от ${last}: следующий ещё готовится. Отпечаток ${hash}.`,
  files: 'Файлы',
  none: 'Файлы ещё не собраны.',
  names: 'Имя файла всегда ведёт к последнему выпуску; постоянная ссылка — к этому содержимому.',
  subject: {
    regions: 'Регионы: контуры и вердикты',
    'operator-regions': 'Оператор в регионе: ответ на каждый вопрос',
    places: 'Населённые пункты с вердиктом региона',
    'region-facts': 'Что посчитано в отдельных регионах',
    differences: 'Чем регионы отличаются друг от друга',
    'family-esim-map': 'Все наборы одним файлом',
    dataset: 'Весь набор: операторы, законы, утверждения',
    devices: 'Каталог устройств с eSIM',
    sources: 'Источники',
    vectors: 'Проверочные примеры: семья и её ответ, чтобы сверить свою реализацию правил',
  } satisfies Readonly<Record<string, string>>,
  /** Excel takes the list separator of the system, and in Russia that is a semicolon. */
  excel:
    'CSV в русском Excel: «Данные → Из текстового/CSV-файла», источник файла «65001: Юникод (UTF-8)», разделитель «Запятая». Двойной щелчок сложит все столбцы в один. Дробные числа записаны через точку.',
  rest: 'Набор целиком и его части',
  file: 'Файл',
  holds: 'Что внутри',
  formatTitle: 'Формат',
  size: 'Размер',
  permanent: 'Постоянная ссылка',
  formats: 'Какой формат выбрать',
  format: {
    geojson: 'открывается почти везде: QGIS, веб-карты, скрипты',
    geojsonl: 'объект в строке: удобно читать по частям',
    topojson: 'общие границы записаны один раз: для веб-карт',
    flatgeobuf: 'компактный двоичный, для QGIS и GDAL, с пространственным индексом',
    geopackage: 'все слои в одном файле, для QGIS и ArcGIS: можно править',
    pmtiles: 'векторные тайлы одним файлом: для MapLibre, без сервера тайлов',
    geoparquet: 'для DuckDB, pandas, R и больших таблиц',
    kml: 'для Google Earth и Organic Maps',
    csv: 'для таблиц, без контуров; с 30 ноября 2026 года в regions.csv строка — регион, а регион и оператор — в operator-regions.csv',
    csvw: 'описание столбцов CSV',
    xlsx: 'книга Excel: открывается двойным щелчком',
    json: 'для программ',
  } satisfies Readonly<Record<string, string>>,
  descriptions: 'Описания и проверка',
  describedBy: {
    'datapackage.json': 'Frictionless Data Package: все файлы и столбцы',
    'dcat.jsonld': 'DCAT 3: для каталогов открытых данных',
    'schema-org.jsonld': 'schema.org Dataset: для поисковых систем',
    SHA256SUMS: 'Контрольные суммы SHA-256 файлов с данными',
    'LICENSE.txt': 'Лицензия и указание авторства',
  },
  commands: 'Готовые команды',
  site: 'https://адрес-сайта',
  tool: {
    curl: 'curl: скачать и проверить',
    answer: 'curl: ответ для региона текстом',
    qgis: 'QGIS',
    gdal: 'GDAL',
    python: 'Python',
    r: 'R',
    rTable: 'R: таблица без контуров',
    duckdb: 'DuckDB',
    spreadsheet: 'Формула для таблицы',
    leaflet: 'Leaflet: карта на странице',
    openlayers: 'OpenLayers: векторные тайлы и объекты OGC API',
    maplibre: 'MapLibre: тайлы из одного файла PMTiles',
    mcp: 'ИИ-помощники: сервер MCP',
    javascript: 'JavaScript',
    typescript: 'TypeScript',
  },
  toolNote: {
    answer: 'Работает и на очень медленной связи.',
    spreadsheet:
      'Откройте regions.csv: формула показывает вердикт и то, насколько он обоснован. Где разделитель — запятая, замените точки с запятой.',
    maplibre: 'Пакеты maplibre-gl и pmtiles ставятся из npm.',
    mcp: 'Настройка клиента Model Context Protocol. Как не ошибиться в чтении ответов, сказано в /llms.txt.',
    qgis: '«Слой → Добавить слой → Добавить слой WFS / OGC API Features», новое соединение с этим адресом:',
  },
  copy: 'Скопировать',
  copied: 'Скопировано',
  api: 'API',
  landing: 'OGC API Features: подключается в QGIS и GDAL',
  openapi: 'Описание API',
  oneRegion: 'Ответ для одного региона, JSON',
  changes: 'Что изменилось: API, выпуски данных, вердикты',
};

/** Words of the page on what changed. */
export const releases = {
  title: 'Что изменилось',
  description: 'Изменения API, выпуски данных и вердикты, которые они поменяли.',
  lead: 'Версия API стоит в адресе: /api/v1. Пока она та же, поля и адреса только добавляются.',
  api: 'API',
  apiChanges: [
    {
      version: '1.9',
      on: '2026-11-30',
      text: 'Идентификаторы в другом регистре букв ведут на один адрес (308). В описании названы столбцы для properties и sortby, вид JSON-LD и статус 431, а адреса отчётов — только там, где их принимают. Коллекции ссылаются на файлы и по имени их содержимого. ИИ-помощники спрашивают по адресу /mcp; /llms.txt говорит, как читать ответ.',
    },
    {
      version: '1.6',
      on: '2026-11-30',
      text: 'Каждый ресурс есть и как HTML, у объектов — с картой; описание API есть и в YAML. Координаты можно запросить в EPSG:4326, 3857 и 3576 (crs, bbox-crs, filter-crs), выбрать свойства (properties), порядок (sortby), обойтись без геометрии (skipGeometry) или узнать только число (resulttype=hits). Поля timeStamp больше нет: оно называло не время ответа. Охват коллекции через 180-й меридиан — общая рамка и две её части. Ссылки называют типы без параметров. CQL2 читает \\t, \\n и подобные, а CASEI сравнивает и ß с SS. В regions.csv строка — регион; регион и оператор — в operator-regions.csv, где теперь есть и вердикт региона.',
    },
    {
      version: '1.5',
      on: '2026-11-30',
      text: 'Сообщения семей и обращения: /reports, /reports/challenge, /cases, /cases/{case} и /cases/{case}/thread. Ничего из того, что могло бы назвать отправителя, не хранится.',
    },
    {
      version: '1.2',
      on: '2026-11-26',
      text: "Если asOf раньше первых сведений, ответ теперь «неизвестно», а причина only-later-claims называет день, с которого они есть; часы, отставшие от данных, не учитываются. CQL2 сравнивает только значения одного типа (день пишут как DATE('2026-11-26')), читает высоту в POINT и принимает не больше четырёх пространственных условий. Если GeoNames не знает числа жителей, значение пусто, а не 0. В схемах сказано, какие свойства могут быть пустыми; описаны статусы 304, 405, 412 и 414; у каждой коллекции свой охват и ссылка на лицензию.",
    },
    {
      version: '1.1',
      on: '2026-11-26',
      text: 'Объекты можно запросить по id; числа могут быть с порядком (1e-5); от коллекций ведут ссылки к их файлам; OpenAPI 3.1 можно выбрать заголовком Accept; долгие вычисления сильнее расходуют лимит запросов; момент времени в datetime относится к своему дню по Москве. Новые значения: закон подписан, дата вступления неизвестна; у платы неизвестны единица или период; откуда известно, что в устройстве нет eSIM.',
    },
    {
      version: '1.0',
      on: '2026-11-23',
      text: 'Первый выпуск: вердикты для региона, точки и семьи, коллекции OGC API Features, поиск места, номера, источники.',
    },
  ],
  deprecation:
    'Об отмене адреса или поля заранее предупредят заголовки Deprecation и Sunset и запись на этой странице.',
  data: 'Выпуски данных',
  dataNote: 'Вердикты — для двух взрослых и подростка, на день выпуска.',
  release: (version: string) => `Выпуск от ${version}`,
  first: 'Первый выпуск: сравнивать не с чем.',
  same: 'Вердикты не изменились.',
  unreleased: 'После последнего выпуска',
  place: 'Регион',
  who: 'Чей вердикт',
  map: 'карта: лучший из операторов',
  before: 'Было',
  after: 'Стало',
  nothing: 'не было',
  gone: 'больше нет',
  moved: (who: string, before: string, after: string) => `${who}: ${before} → ${after}:`,
  feedDescription: 'Выпуски данных и вердикты, которые они поменяли.',
  feed: 'Лента выпусков (Atom)',
};

/** Words of the table with a row a region. */
export const summary = {
  link: 'Ответы по всем регионам, таблица для чтения',
  note: 'строка — регион: ответ словами, два оператора, тариф, цена, телефон, адреса источников',
  columns: [
    'Регион',
    'Код',
    'Ответ',
    'Насколько это известно',
    'Оператор 1',
    'Тариф 1',
    'Цена 1',
    'Как связаться 1',
    'Оператор 2',
    'Тариф 2',
    'Цена 2',
    'Как связаться 2',
    'Что спросить',
    'Дата',
    'Страница региона',
    'Источники',
  ] as readonly string[],
};

/** Words of the page on what differs between regions. */
export const differences = {
  title: 'Чем отличаются регионы',
  description:
    'Где общие тарифы, eSIM, мобильный интернет и сети не такие, как в среднем по России, с источниками.',
  lead: 'Здесь только то, что источники говорят об отдельных регионах. Если региона в разделе нет, это не значит, что в нём всё так же: о нём просто ничего не нашли.',
  asOf: (day: string) => `На ${day}.`,
  count: (regions: string) => `Регионов, о которых известно своё: ${regions}.`,
  files: 'Таблицей:',
  contents: 'На этой странице',
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
