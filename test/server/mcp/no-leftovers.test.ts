import { expect, it } from 'vitest';
import { megabytesInUse } from '../../collect-garbage.ts';
import { startListening } from '../start-listening.ts';
import { createTestApp } from '../test-app.ts';

/** Each call that was held by its connection took 50 KB: twenty times as much as this in all. */
const CALLS = 300;
const SOME_MEGABYTES = 2;

it('calls of assistants over one connection leave nothing behind', async () => {
  const { address } = await startListening(await createTestApp());
  const call = async (): Promise<void> => {
    const response = await fetch(`${address}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    expect(response.status).toBe(200);
    await response.arrayBuffer();
  };
  // The library, and code that is compiled for what it does.
  for (let turn = 0; turn < 100; turn += 1) await call();
  const before = await megabytesInUse();
  for (let turn = 0; turn < CALLS; turn += 1) await call();
  expect((await megabytesInUse()) - before).toBeLessThan(SOME_MEGABYTES);
});
