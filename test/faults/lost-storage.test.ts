import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { postgresFolder, startPostgres } from '../server/reports/engines.ts';
import { expectLost, ready, sendJson, start, temporaryFolder } from './lost-service.ts';

describe('without a storage of reports', () => {
  it('a folder that cannot be made leaves the map as it is', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a-file'), '');
    const { origin } = await start({ DATA_DIR: join(folder, 'a-file/below') });
    expect(await ready(origin)).not.toHaveProperty('degraded');
    await expectLost(origin);
  });

  it('REPORTS=off has no form, no desk and no cases, and offers none', async () => {
    const { origin } = await start({ REPORTS: 'off' });
    for (const path of ['/ru/desk', '/desk', '/ru/cases', '/api/v1/cases'])
      expect((await fetch(`${origin}${path}`)).status, path).toBe(404);
    expect([404, 405]).toContain((await sendJson(origin)).status);
    const textOf = async (path: string) => (await fetch(`${origin}${path}`)).text();
    for (const path of ['/ru/regions/RU-TA', '/ru/embed/RU-TA', '/ru/operators/mts'])
      expect(await textOf(path), path).not.toContain('/ru/report');
    const form = await textOf('/ru/report?region=RU-TA');
    expect(form).toContain('Здесь сообщения не принимаются');
    expect(form).not.toContain('/api/v1/reports');
    expect(await ready(origin)).not.toHaveProperty('degraded');
  });
});

describe.runIf(postgresFolder() !== undefined)('a PostgreSQL that is stopped', () => {
  it('keeps no reader waiting, is said by /readyz, and is used again once it is back', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const { origin } = await start({ DATABASE_URL: server.url });
    expect((await sendJson(origin)).status).toBe(201);
    const data = join(server.folder, 'data');
    server.run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
    await expectLost(origin);
    // However often a sender tries meanwhile, it uses up nobody's share of the day.
    for (let attempt = 0; attempt < 10; attempt++)
      expect((await sendJson(origin)).status).toBe(503);
    const options = `-k ${server.folder} -c listen_addresses=''`;
    const log = join(server.folder, 'log');
    server.run('pg_ctl', '-D', data, '-l', log, '-w', '-o', options, 'start');
    let status = 0;
    while (status !== 201) {
      status = (await sendJson(origin)).status;
      if (status !== 201) await sleep(500);
    }
    expect(await ready(origin)).not.toHaveProperty('degraded');
    const listed = await fetch(`${origin}/api/v1/cases`);
    expect(await listed.json()).toMatchObject({ total: 2 });
  });
});
