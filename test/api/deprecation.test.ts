import { beforeAll, describe, expect, it } from 'vitest';
import { createOpenApiDocument } from '../../server/api/openapi/create-document.ts';
import { createApp } from '../../server/app.ts';
import { commonHeaders, jsonAnswer } from '../../server/middleware/answer.ts';
import { createProblemHandler } from '../../server/middleware/refusals.ts';
import { createRouteAnswers, defineGet, JSON_OFFER, NO_QUERY } from '../../server/route.ts';
import { createTestApp, type TestApp } from '../server/test-app.ts';

const going = defineGet({
  path: '/going',
  operationId: 'getGoing',
  tag: 'Facts',
  summary: 'An address that is to go',
  query: NO_QUERY,
  offers: [JSON_OFFER],
  answer: { description: 'Nothing much', content: {} },
  deprecation: { since: '2027-01-01', sunset: '2027-07-01' },
  respond: () => jsonAnswer({}),
});

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

describe('an address that is to go', () => {
  it('says since when and until when with what it answers (RFC 9745, RFC 8594)', async () => {
    const { service } = test;
    const common = commonHeaders({ https: false });
    const app = createApp({
      service,
      routes: [going],
      answers: createRouteAnswers(service, common),
      headers: common,
      handleProblem: createProblemHandler(common, test.onFault),
      onFault: test.onFault,
      site: test.site,
      computing: test.computing,
    });
    const { headers } = await app.request('/api/v1/going');
    // 1 January 2027, 00:00 UTC.
    expect(headers.get('deprecation')).toBe('@1798761600');
    expect(headers.get('sunset')).toBe('Thu, 01 Jul 2027 00:00:00 GMT');
    expect(headers.get('access-control-expose-headers')).toMatch(/Deprecation, Sunset/);
    expect(test.faults).toEqual([]);
  });

  it('is marked in the API document, and no other address is', () => {
    const routes = [...test.routes, going].map(({ document }) => document);
    const options = { version: '3.1', origin: '' } as const;
    const text = JSON.stringify(createOpenApiDocument(routes, options));
    expect(text.match(/"deprecated":true/g)).toHaveLength(1);
    expect(text).toMatch(/"operationId":"getGoing"[^{]*"deprecated":true/);
  });
});
