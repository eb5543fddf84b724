/** A request that nobody should send, and the refusal it gets. */
interface HostileRequest {
  name: string;
  path: string;
  status: number;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** Parameter or pointer that the problem document must name. */
  names?: string;
}

const items = '/api/v1/collections/regions/items';
const eligibility = '/api/v1/eligibility';
const locate = '/api/v1/locate';
const json = { 'content-type': 'application/json' };

const get = (name: string, path: string, status: number, names?: string): HostileRequest => ({
  name,
  path,
  status,
  ...(names === undefined ? {} : { names }),
});

const post = (
  name: string,
  path: string,
  status: number,
  body: HostileRequest['body'] & {},
  names?: string,
  headers: Record<string, string> = json,
): HostileRequest => ({
  name,
  path,
  status,
  method: 'POST',
  headers,
  body,
  ...(names === undefined ? {} : { names }),
});

const line = {
  id: 'l',
  memberId: 'm',
  payer: true,
  contractRegionId: 'RU-MOW',
  deviceKind: 'phone',
};
const member = { id: 'm', ageBand: 'adult', citizenship: 'russian' };
const household = (changes: object) =>
  JSON.stringify({ members: [member], lines: [line], ...changes });

const PARAMETERS: readonly HostileRequest[] = [
  get('a longitude that is no number', `${locate}?lon=abc&lat=55`, 400, 'lon'),
  get('an empty longitude', `${locate}?lon=&lat=55`, 400, 'lon'),
  get('a missing latitude', `${locate}?lon=37`, 400, 'lat'),
  get('a latitude of 91', `${locate}?lon=37&lat=91`, 400, 'lat'),
  get('a longitude of -181', `${locate}?lon=-181&lat=5`, 400, 'lon'),
  get('NaN', `${locate}?lon=NaN&lat=5`, 400, 'lon'),
  get('infinity', `${locate}?lon=Infinity&lat=5`, 400, 'lon'),
  get('an exponent of 99', `${locate}?lon=3e99&lat=5`, 400, 'lon'),
  get('a hexadecimal number', `${locate}?lon=0x10&lat=5`, 400, 'lon'),
  get('a decimal comma', `${locate}?lon=37,5&lat=5`, 400, 'lon'),
  get('the same parameter twice', `${locate}?lon=37&lon=38&lat=55`, 400, 'lon'),
  get('a parameter like an array', `${locate}?lon[]=37&lat=55`, 400, 'lon[]'),
  get('an undeclared parameter', `${locate}?lon=37&lat=55&debug=1`, 400, 'debug'),
  get('a name of the prototype', `${locate}?lon=37&lat=55&__proto__=1`, 400, '__proto__'),
  get('a constructor', `${locate}?lon=37&lat=55&constructor=1`, 400, 'constructor'),
  get('an upper-case name', `${locate}?LON=37&lat=55`, 400, 'LON'),
  get('broken percent encoding', `${locate}?lon=%zz&lat=55`, 400, 'lon'),
  get('bytes that are no UTF-8', `/api/v1/places?q=%ff%fe`, 400, 'q'),
  get('a NUL character', `/api/v1/places?q=%00`, 400, 'q'),
  get('a line break for the header', `${locate}?lon=37%0d%0aSet-Cookie:x=1&lat=55`, 400, 'lon'),
  get('an empty search', `/api/v1/places?q=`, 400, 'q'),
  get('no search', `/api/v1/places`, 400, 'q'),
  get('a search of 301 letters', `/api/v1/places?q=${'x'.repeat(301)}`, 400, 'q'),
  get('a query of 20,000 characters', `${locate}?lon=${'1'.repeat(20_000)}`, 414),
  get('SQL', `${items}?verdict=yes'%20OR%201=1--`, 400, 'verdict'),
  get('a script', `${items}?f=%3Cscript%3E`, 400, 'f'),
  get('an unknown representation', `${items}?f=shapefile`, 400, 'f'),
];

const ELIGIBILITY: readonly HostileRequest[] = [
  get('neither region nor point', eligibility, 400, 'region'),
  get('both region and point', `${eligibility}?region=RU-MOW&lon=37&lat=55`, 400, 'region'),
  get('half a point', `${eligibility}?lat=55`, 400, 'lon'),
  get('an unknown region', `${eligibility}?region=RU-XXX`, 404, 'region'),
  get('a region of another country', `${eligibility}?region=US-CA`, 400, 'region'),
  get('an unknown operator', `${eligibility}?region=RU-MOW&operator=acme`, 404, 'operator'),
  get('an operator with a path', `${eligibility}?region=RU-MOW&operator=../mts`, 400, 'operator'),
  get('a 30th of February', `${eligibility}?region=RU-MOW&asOf=2026-02-30`, 400, 'asOf'),
  get('a day with a time', `${eligibility}?region=RU-MOW&asOf=2026-02-03T00:00:00Z`, 400, 'asOf'),
  get('tomorrow in words', `${eligibility}?region=RU-MOW&asOf=tomorrow`, 400, 'asOf'),
  get('no members', `${eligibility}?region=RU-MOW&members=0`, 400, 'members'),
  get('21 members', `${eligibility}?region=RU-MOW&members=21`, 400, 'members'),
  get('a negative count', `${eligibility}?region=RU-MOW&children=-1`, 400, 'children'),
  get('half a member', `${eligibility}?region=RU-MOW&members=2.5`, 400, 'members'),
  get('only children', `${eligibility}?region=RU-MOW&members=2&children=2`, 400, 'children'),
  get('more foreigners than people', `${eligibility}?region=RU-MOW&foreign=9`, 400, 'foreign'),
  get('an unknown language', `${eligibility}?region=RU-MOW&lang=xx`, 400, 'lang'),
  get('a trace that is no flag', `${eligibility}?region=RU-MOW&trace=1`, 400, 'trace'),
  get('a point in Paris', `${eligibility}?lon=2.35&lat=48.85`, 404, 'lon'),
  get('the middle of the ocean', `${eligibility}?lon=-40&lat=0`, 404),
];

const FEATURES: readonly HostileRequest[] = [
  get('an unknown collection', '/api/v1/collections/oblasts', 404, 'collectionId'),
  get('items of an unknown collection', '/api/v1/collections/oblasts/items', 404),
  get('an unknown feature', `${items}/RU-XXX`, 404, 'featureId'),
  get('a feature with a dot path', `${items}/..%2F..%2Fpackage.json`, 404),
  get('a limit of 0', `${items}?limit=0`, 400, 'limit'),
  get('a limit of -1', `${items}?limit=-1`, 400, 'limit'),
  get('a limit of 1e9', `${items}?limit=1e9`, 400, 'limit'),
  get('a limit in words', `${items}?limit=all`, 400, 'limit'),
  get('a limit of 10 digits', `${items}?limit=9999999999`, 400, 'limit'),
  get('a negative offset', `${items}?offset=-5`, 400, 'offset'),
  get('a box of 3 numbers', `${items}?bbox=1,2,3`, 400, 'bbox'),
  get('a box of 5 numbers', `${items}?bbox=1,2,3,4,5`, 400, 'bbox'),
  get('a box beyond all numbers', `${items}?bbox=1e400,1,2,3`, 400, 'bbox'),
  get('an empty box', `${items}?bbox=`, 400, 'bbox'),
  get('a box with NaN', `${items}?bbox=NaN,2,3,4`, 400, 'bbox'),
  get('a box upside down', `${items}?bbox=10,60,20,50`, 400, 'bbox'),
  get('a box off the globe', `${items}?bbox=-200,0,0,10`, 400, 'bbox'),
  get('a box with a gap', `${items}?bbox=1,,3,4`, 400, 'bbox'),
  get('a datetime in words', `${items}?datetime=yesterday`, 400, 'datetime'),
  get(
    'a datetime of three parts',
    `${items}?datetime=2026-01-01/2026-01-02/2026-01-03`,
    400,
    'datetime',
  ),
  get('a datetime backwards', `${items}?datetime=2026-02-01/2026-01-01`, 400, 'datetime'),
  get('a datetime without ends', `${items}?datetime=../..`, 400, 'datetime'),
  get('a datetime at 25 o’clock', `${items}?datetime=2026-01-01T25:00:00Z`, 400, 'datetime'),
  get('a verdict that is none', `${items}?verdict=maybe`, 400, 'verdict'),
  get('an undeclared property', `${items}?population=5`, 400, 'population'),
  get('a reference system', `${items}?crs=EPSG:3857`, 400, 'crs'),
  get('another filter language', `${items}?filter=1=1&filter-lang=ecql`, 400, 'filter-lang'),
  get('half a filter', `${items}?filter=verdict%20=`, 400, 'filter'),
  get('a filter with a tail', `${items}?filter=verdict='yes';drop`, 400, 'filter'),
  get('open brackets', `${items}?filter=((((`, 400, 'filter'),
  get('1,000 brackets', `${items}?filter=${'('.repeat(1_000)}`, 400, 'filter'),
  get('1,000 times NOT', `${items}?filter=${'NOT%20'.repeat(400)}verdict='yes'`, 400, 'filter'),
  get('a filter on nothing known', `${items}?filter=secret='x'`, 400, 'filter'),
  get('a filter of unlike types', `${items}?filter=operators_yes='many'`, 400, 'filter'),
  get('a filter that is a word', `${items}?filter=verdict`, 400, 'filter'),
  get(
    'a filter on a day that is none',
    `${items}?filter=verdict=DATE('2026-02-30')`,
    400,
    'filter',
  ),
  get('a filter on a day in words', `${items}?filter=verdict=DATE('today')`, 400, 'filter'),
  get(
    'a filter on an instant without a time',
    `${items}?filter=verdict=TIMESTAMP('2026-01-01')`,
    400,
    'filter',
  ),
  // OGC 21-065r2, abstract test /conf/basic-spatial-functions/s_intersects.
  get(
    'a filter on a point off the globe',
    `${items}?filter=S_INTERSECTS(geometry,POINT(90%20180))`,
    400,
    'filter',
  ),
  get('a filter of 1,000 quotes', `${items}?filter=verdict='${"\\'".repeat(999)}`, 400, 'filter'),
  get('a filter with two signs', `${items}?filter=operators_yes%3E--1`, 400, 'filter'),
  get('a filter with a function', `${items}?filter=exec('ls')=1`, 400, 'filter'),
  get(
    'a filter on a shape that crosses itself',
    `${items}?filter=S_INTERSECTS(geometry,POLYGON((30%2050,40%2060,40%2050,30%2060,30%2050)))`,
    400,
    'filter',
  ),
  get('a number that is no prefix', '/api/v1/numbering/12', 400, 'prefix'),
  get('a whole telephone number', '/api/v1/numbering/9161234567', 400, 'prefix'),
  get('an unknown operator page', '/api/v1/operators/acme', 404, 'operatorId'),
  get('an unknown source', '/api/v1/sources/nothing', 404, 'sourceId'),
];

const BODIES: readonly HostileRequest[] = [
  post('no body', eligibility, 400, ''),
  post('half JSON', eligibility, 400, '{"members":['),
  post('JSON with a comment', eligibility, 400, '{} // hi'),
  post('a list', eligibility, 400, '[]'),
  post('null', eligibility, 400, 'null'),
  post('an empty household', eligibility, 400, '{}', '/members'),
  post('no people', eligibility, 400, household({ members: [] }), '/members'),
  post('500 lines', eligibility, 400, household({ lines: Array(500).fill(line) }), '/lines'),
  post(
    'two payers',
    eligibility,
    400,
    household({ lines: [line, { ...line, id: 'k' }] }),
    '/lines',
  ),
  post(
    'negative numbers',
    eligibility,
    400,
    household({ members: [{ ...member, otherNumbers: -1 }] }),
    '/members/0/otherNumbers',
  ),
  post(
    'an unknown operator in a line',
    eligibility,
    400,
    household({ lines: [{ ...line, operatorId: 'acme' }] }),
    '/lines/0/operatorId',
  ),
  post(
    'an unknown region in a line',
    eligibility,
    400,
    household({ lines: [{ ...line, contractRegionId: 'RU-XX' }] }),
    '/lines/0/contractRegionId',
  ),
  post('an unknown key', eligibility, 400, household({ name: 'Ivanov' })),
  post('a key twice', eligibility, 400, '{"members":[],"members":[]}', '/members'),
  post('a key twice, escaped', eligibility, 400, '{"members":[],"m\\u0065mbers":[]}', '/members'),
  post('a prototype', eligibility, 400, '{"__proto__":{"admin":true}}'),
  post('bytes that are no UTF-8', eligibility, 400, new Uint8Array([0x22, 0xff, 0xfe, 0x22])),
  post('3 MB', eligibility, 413, `"${'x'.repeat(3_000_000)}"`),
  post('100,000 brackets', eligibility, 413, '['.repeat(100_000)),
  post(
    '10,000 objects in each other',
    eligibility,
    400,
    `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    '',
  ),
  post('a key of 900,000 letters', locate, 400, `{"${'k'.repeat(900_000)}":1}`, '/points'),
  post(
    '80,000 unknown keys',
    locate,
    400,
    `{${Array.from({ length: 80_000 }, (_, index) => `"${index}":1`).join(',')}}`,
    '/points',
  ),
  post('30,000 brackets', eligibility, 400, '['.repeat(15_000) + ']'.repeat(15_000)),
  post('a form', eligibility, 415, 'members=1', 'Content-Type', {
    'content-type': 'application/x-www-form-urlencoded',
  }),
  post('XML', eligibility, 415, '<household/>', 'Content-Type', {
    'content-type': 'application/xml',
  }),
  post('no type', eligibility, 415, new Uint8Array([123, 125]), 'Content-Type', {}),
  post('UTF-16', eligibility, 415, '{}', 'Content-Type', {
    'content-type': 'application/json; charset=utf-16',
  }),
  post('a zipped body', eligibility, 415, 'x', 'Content-Encoding', {
    ...json,
    'content-encoding': 'gzip',
  }),
  post(
    'an unknown operator beside a body',
    `${eligibility}?operator=acme`,
    404,
    household({}),
    'operator',
  ),
  post('no points', locate, 400, '{"points":[]}', '/points'),
  post(
    '10,001 points',
    locate,
    400,
    JSON.stringify({ points: Array(10_001).fill([1, 2]) }),
    '/points',
  ),
  post('points of three numbers', locate, 400, '{"points":[[1,2,3]]}', '/points/0'),
  post('points off the globe', locate, 400, '{"points":[[1,2],[200,2]]}', '/points/1/0'),
  post('a point that is text', locate, 400, '{"points":[["1","2"]]}', '/points/0/0'),
];

const PROTOCOL: readonly HostileRequest[] = [
  { name: 'DELETE', path: items, method: 'DELETE', status: 405 },
  { name: 'PUT', path: eligibility, method: 'PUT', status: 405 },
  { name: 'a method of one’s own', path: items, method: 'PROPFIND', status: 405 },
  {
    name: 'POST to a collection',
    path: items,
    method: 'POST',
    status: 405,
    headers: json,
    body: '{}',
  },
  { name: 'POST to a page', path: '/ru/', method: 'POST', status: 405, body: 'x' },
  {
    name: 'an image wanted',
    path: items,
    status: 406,
    headers: { accept: 'image/png' },
    names: 'Accept',
  },
  {
    name: 'nothing wanted',
    path: items,
    status: 406,
    headers: { accept: 'application/json;q=0' },
    names: 'Accept',
  },
  {
    name: 'XML wanted',
    path: eligibility.concat('?region=RU-MOW'),
    status: 406,
    headers: { accept: 'application/xml' },
    names: 'Accept',
  },
  get('an unknown address', '/api/v1/secrets', 404),
  get('another version', '/api/v2/eligibility', 404),
  get('a path out of the folder', '/downloads/..%2f..%2fpackage.json', 404),
  get('a path out of the folder, twice encoded', '/downloads/%252e%252e/package.json', 404),
  get('a download that is not there', '/downloads/passwords.txt', 404),
  get('a dot file', '/downloads/.git/config', 404),
  get('a path with broken encoding', `${items}/%E0%A4%A`, 404),
  get('a path of 5,000 letters', `/api/v1/${'x'.repeat(5_000)}`, 404),
];

const download = '/downloads/regions.geojson';
const range = (name: string, path: string, field: string): HostileRequest => ({
  name,
  path,
  status: 416,
  headers: { range: field },
});

/** A range that cannot be read is ignored (RFC 9110, 14.2); these can, and ask for nothing that is there. */
const RANGES: readonly HostileRequest[] = [
  range('a range past the end', download, 'bytes=999999999-'),
  range('a range past the end with an end', download, 'bytes=999999999-1000000000'),
  range('a range of 15 digits', download, 'bytes=999999999999999-'),
  range('the last 0 bytes', download, 'bytes=-0'),
  range('the last 0 bytes in many digits', download, 'bytes=-000000000000000'),
  range('a range past the end in capitals', download, 'BYTES=999999999-'),
  range('a range past the end of an archive', '/downloads/regions.parquet', 'bytes=999999999-'),
  range('a range past the end of the sums', '/downloads/SHA256SUMS', 'bytes=99999-'),
];

/** Requests of every kind that a public service meets, each with the refusal it has to get. */
export const HOSTILE_REQUESTS: readonly HostileRequest[] = [
  ...PARAMETERS,
  ...ELIGIBILITY,
  ...FEATURES,
  ...BODIES,
  ...PROTOCOL,
  ...RANGES,
];
