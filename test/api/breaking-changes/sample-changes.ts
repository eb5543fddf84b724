import { add, type Change, remove, rename, set } from './change-document.ts';

const contentOf = (address: string, method = 'get') =>
  `paths ${address} ${method} responses 200 content`;
const answerOf = (address: string, method = 'get') =>
  `${contentOf(address, method)} application/json schema properties`;
const featureOf = (collection: string, rest: string) =>
  `${contentOf(`/collections/${collection}/items${rest}`)} application/geo+json schema properties`;

const PLACES = 'paths /places get parameters';
const REGION = 'paths /eligibility get parameters region';
const LANGUAGE = 'paths /eligibility get parameters lang schema';
const BOX = 'paths /collections/regions/items get parameters bbox';
const LOCATE = 'paths /locate post requestBody content';
const POINTS = `${LOCATE} application/json schema properties points`;
const REGIONS = `${featureOf('regions', '')} features items properties properties`;
const PLACE = `${answerOf('/places')} places items`;
const SCHEMAS = 'components schemas';
const LINE = `${SCHEMAS} Line properties`;
const HOUSEHOLD = `${SCHEMAS} Household`;
const LOCATION = `${SCHEMAS} Location`;
const key = (required: boolean) => ({ name: 'key', in: 'query', required, schema: {} });

/** Changes of the real document that break what users send, each with a part of the one sentence about it. */
export const BREAKING_REQUESTS: readonly (readonly [string, Change, string])[] = [
  ['an address', remove('paths', '/sources'), 'GET /sources is gone'],
  ['the name of an operation', set('paths /places get', { operationId: 'a' }), 'called findPlaces'],
  ['the name of a parameter', set(`${PLACES} limit`, { name: 'count' }), 'query limit is gone'],
  ['the need for a parameter', set(REGION, { required: true }), 'query region is required now'],
  ['a parameter to be given', add(PLACES, key(true)), 'query key is required now'],
  ['the way of writing a list', set(BOX, { explode: true }), 'query bbox is written in another'],
  ['a value of a list', remove(`${LANGUAGE} enum`, 'zh'), 'query lang has zh no longer'],
  ['a list of values', set(`${REGION} schema`, { enum: ['RU-MOW'] }), 'region has a narrower enum'],
  [
    'a lower maximum',
    set(`${PLACES} limit schema`, { maximum: 49 }),
    'limit has a narrower maximum',
  ],
  ['a new maximum', set(`${REGION} schema`, { maxLength: 5 }), 'region has a narrower maxLength'],
  ['a higher minimum', set(`${PLACES} q schema`, { minLength: 2 }), 'q has a narrower minLength'],
  ['a pattern', set(`${REGION} schema`, { pattern: '^RU-' }), 'region has a narrower pattern'],
  [
    'whole numbers only',
    set(`${BOX} schema items`, { type: 'integer' }),
    'bbox[] has another type',
  ],
  ['the type of a body', rename(LOCATE, 'application/json', 'text/csv'), 'json is gone'],
  ['the number of points', set(POINTS, { maxItems: 9_999 }), 'points has a narrower maxItems'],
  [
    'the place of points',
    set(`${POINTS} items items anyOf 0`, { maximum: 90 }),
    'narrower maximum',
  ],
  [
    'new input',
    add(`${LOCATE} application/json schema required`, 'day'),
    'json.day is required now',
  ],
  ['a member to be given', add(`${HOUSEHOLD} required`, 'signing'), 'signing is required now'],
  ['a member', remove(LINE, 'holderId'), 'Line.holderId is gone'],
  ['a value of a member', remove(`${LINE} deviceKind enum`, 'car'), 'deviceKind has car no longer'],
  ['an alternative', remove(`${LINE} operatorId anyOf`, '0'), 'Line.operatorId'],
];

/** Changes of the real document that break what users read, each with a part of the one sentence about it. */
export const BREAKING_ANSWERS: readonly (readonly [string, Change, string])[] = [
  ['a representation', remove(contentOf('/collections/regions/items'), 'text/csv'), 'csv is gone'],
  [
    'a header field',
    remove('paths /places get responses 200 headers', 'ETag'),
    'no longer has ETag',
  ],
  ['a status', rename('paths /places get responses', '200', '203'), 'GET /places 200 is gone'],
  ['a column', rename(`${REGIONS} properties`, 'verdict_mts', 'mts'), 'verdict_mts is gone'],
  [
    'a column of a single feature',
    remove(`${featureOf('places', '/{featureId}')} properties properties`, 'population'),
    'properties.population is gone',
  ],
  [
    // Of columns none is: 'properties' leaves out what it does not name.
    'a member of features that is always there',
    remove(`${featureOf('regions', '')} features items required`, 'geometry'),
    'geometry may be missing',
  ],
  [
    'the type of a column',
    set(`${REGIONS} properties operators_yes`, { type: 'string' }),
    'operators_yes has another type',
  ],
  [
    'a value of a column',
    remove(`${REGIONS} properties verdict enum`, 'partial'),
    'partial no longer',
  ],
  ['a member of /places', remove(`${PLACE} properties`, 'lon'), 'places[].lon is gone'],
  [
    'a member deep in /places',
    remove(`${PLACE} properties name properties`, 'en'),
    'name.en is gone',
  ],
  [
    'a whole number',
    set(`${PLACE} properties id`, { type: 'number' }),
    'places[].id has another type',
  ],
  [
    'what is never null',
    set(`${PLACE} properties lon`, { nullable: true }),
    'lon has another type',
  ],
  [
    'a member of /operators',
    remove(`${answerOf('/operators')} operators items properties`, 'kind'),
    'kind is gone',
  ],
  ['a member of /sources', remove(answerOf('/sources'), 'sources'), 'json.sources is gone'],
  [
    'a member of /numbering',
    set(`${answerOf('/numbering')} counts additionalProperties additionalProperties`, {
      type: 'string',
    }),
    'counts.*.* has another type',
  ],
  [
    'a member of /dataset',
    rename(`${answerOf('/dataset')} licence properties`, 'data', 'facts'),
    'licence.data is gone',
  ],
  [
    'a member of POST /locate',
    remove(answerOf('/locate', 'post'), 'locations'),
    'locations is gone',
  ],
  [
    'the format of a member',
    set(`${answerOf('/dataset')} checkedOn`, { format: 'date-time' }),
    'checkedOn has another format',
  ],
  ['a schema', remove(SCHEMAS, 'LandingPage'), 'the schema LandingPage is gone'],
  [
    'a member of a schema',
    remove(`${LOCATION} properties`, 'certainty'),
    'Location.certainty is gone',
  ],
  [
    'a member of a schema within others',
    remove(`${SCHEMAS} ValidationError properties`, 'detail'),
    'ValidationError.detail is gone',
  ],
  ['a member that is always there', remove(`${LOCATION} required`, 'candidates'), 'may be missing'],
  [
    'a value of a schema',
    remove(`${SCHEMAS} Verdict enum`, 'unknown'),
    'Verdict has unknown no longer',
  ],
  [
    'a schema behind a name',
    set(`${SCHEMAS} Eligibility properties verdict`, {
      $ref: '#/components/schemas/LocalizedText',
    }),
    'Eligibility.verdict has another type',
  ],
];

/** Changes of the real document that nobody has to care for. */
export const HARMLESS: readonly (readonly [string, Change])[] = [
  ['an address', set('paths', { '/new': { get: { operationId: 'getNew', responses: {} } } })],
  ['a method', set('paths /places', { post: { operationId: 'postPlaces', responses: {} } })],
  ['a parameter that may be left out', add(PLACES, key(false))],
  ['a value that may be sent', add(`${LANGUAGE} enum`, 'kk')],
  ['a higher maximum', set(`${PLACES} limit schema`, { maximum: 51 })],
  ['a lower minimum', set(`${PLACES} limit schema`, { minimum: 0 })],
  ['no pattern', remove(`${REGION} schema`, 'pattern')],
  ['fractions', set(`${PLACES} limit schema`, { type: 'number' })],
  ['a parameter that need not be given', set(`${PLACES} q`, { required: false })],
  ['a member that may be sent', set(`${HOUSEHOLD} properties`, { day: { type: 'string' } })],
  ['a member that need not be sent', remove(`${HOUSEHOLD} required`, 'lines')],
  ['another alternative that may be sent', add(`${LINE} operatorId anyOf`, { type: 'integer' })],
  ['another type of body', set(LOCATE, { 'text/csv': { schema: { type: 'string' } } })],
  ['a representation', set(contentOf('/places'), { 'text/csv': { schema: { type: 'string' } } })],
  ['a column', set(`${REGIONS} properties`, { verdict_new: { type: 'string' } })],
  ['a member of an answer', set(`${PLACE} properties`, { height: { type: 'number' } })],
  ['a member of a schema', set(`${LOCATION} properties`, { height: { type: 'number' } })],
  ['a value that is answered', add(`${SCHEMAS} Axis enum`, 'price')],
  ['a member that is always there now', add(`${SCHEMAS} Eligibility required`, 'location')],
  ['whole numbers for numbers', set(`${PLACE} properties lon`, { type: 'integer' })],
  ['what is never null now', set(`${REGIONS} properties verdict`, { nullable: false })],
  ['another way to be refused', set('paths /places get responses', { 404: { description: 'a' } })],
  ['one refusal less', remove('paths /places get responses', '406')],
  ['other words', set('paths /places get', { summary: 'a', description: 'b', tags: [] })],
  [
    'a schema behind a name',
    set(`${PLACE} properties name`, { $ref: '#/components/schemas/LocalizedText' }),
  ],
];
