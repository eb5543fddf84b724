import { beforeAll, describe, expect, it } from 'vitest';
import { REPORT_DOCUMENTS } from '../../server/api/report-documents.ts';
import { createTestApp, type TestApp } from '../server/test-app.ts';

const ORIGIN = 'http://localhost:8787';

let test: TestApp;
let html: string;
beforeAll(async () => {
  test = await createTestApp({ origin: ORIGIN });
  html = await (await test.app.request('/api/v1/api?f=html')).text();
}, 60_000);

/** Text of an element's content as a reader copies it. */
function textOf(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('the API reference', () => {
  it('has a command to copy for every operation', () => {
    expect(html.match(/<pre>curl /g)).toHaveLength(test.routes.length + REPORT_DOCUMENTS.length);
  });

  it('shows only commands that are answered', async () => {
    const commands = [...html.matchAll(/<pre>(curl [^<]*)<\/pre>/g)].map(([, text = '']) =>
      textOf(text),
    );
    for (const command of commands) {
      const [, address = ''] = /^curl '([^']+)'/.exec(command) ?? [];
      const [, body] = / -d '(.+)'$/s.exec(command) ?? [];
      const response = await test.app.request(
        address,
        body === undefined
          ? {}
          : { method: 'POST', headers: { 'content-type': 'application/json' }, body },
      );
      // Without an imported register nobody's numbers are known, and the case of the example is nobody's.
      const isUnknown = /\/numbering\/|\/cases\/(?!published)./.test(address);
      const wanted = isUnknown ? 404 : address.endsWith('/reports') ? 201 : 200;
      expect([command, response.status]).toEqual([command, wanted]);
    }
  });
});
