import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canMount, type Disk, readOnlyCopy, smallDisk } from './disks.ts';
import { expectLost, ready, sendJson, start } from './lost-service.ts';

const ROOT = join(import.meta.dirname, '../..');
const MEGABYTE = 2 ** 20;

/** A database takes some forty. */
const ENOUGH = 96;

function disk(made: Disk): Disk {
  onTestFinished(() => made.remove());
  return made;
}

/** Fills what is left of a disk, to the last page. */
function fill({ folder }: Disk): string {
  const path = join(folder, 'filler');
  for (const size of [MEGABYTE, 4_096]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Full of pieces of this size.
    }
  }
  return path;
}

/** Sends one report as soon as reports are taken: after a failure nobody tries for two seconds, and a database takes its time to open. */
async function untilTaken(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    if ((await sendJson(origin)).status === 201) return;
    await sleep(500);
  }
  throw new Error('reports are not taken a minute after the disk is well again');
}

const totalOf = async (origin: string): Promise<unknown> =>
  Object(await (await fetch(`${origin}/api/v1/cases`)).json()).total;

describe.runIf(canMount())('a full disk', () => {
  it('before the first report leaves the map as it is, and reports are taken once there is room', async () => {
    const small = disk(smallDisk(ENOUGH));
    const filler = fill(small);
    const { origin } = await start({ DATA_DIR: join(small.folder, 'var') });
    await expectLost(origin);
    rmSync(filler);
    await untilTaken(origin);
    expect(await ready(origin)).not.toHaveProperty('degraded');
  });

  it('while reports are written loses none that was taken, and goes on once there is room', async () => {
    const small = disk(smallDisk(ENOUGH));
    const { origin } = await start({
      DATA_DIR: join(small.folder, 'var'),
      CLIENT_ADDRESS_FIELD: 'x-client',
    });
    const subject = { value: 0 };
    const send = () => {
      subject.value += 1;
      const operatorId = ['mts', 't2', 'megafon', 'beeline', 'yota'][subject.value % 5];
      return sendJson(origin, { operatorId }, { 'x-client': String(subject.value) });
    };
    await untilTaken(origin);
    let taken = 1;
    const filler = fill(small);
    let status = 201;
    // What the database laid by for its log holds some reports yet.
    while (status === 201 && taken < 195) {
      status = (await send()).status;
      if (status === 201) taken += 1;
    }
    expect(status).toBe(503);
    await expectLost(origin);
    rmSync(filler);
    await untilTaken(origin);
    expect(await totalOf(origin)).toBe(taken + 1);
    expect(await ready(origin)).not.toHaveProperty('degraded');
  });
});

describe.runIf(canMount())('a read-only tree', () => {
  it('holds the whole service, which takes no reports and answers everything else', async () => {
    const tree = disk(readOnlyCopy(ROOT));
    const { origin } = await start({ DATA_DIR: './not-there-yet' }, tree.folder);
    await expectLost(origin);
    const receipt = await fetch(`${origin}/api/v1/eligibility?region=RU-TA&receipt=true`);
    expect(receipt.status).toBe(503);
  });

  it('that has a database stops reports alone, until it can be written to again', async () => {
    const small = disk(smallDisk(ENOUGH));
    const environment = { DATA_DIR: join(small.folder, 'var') };
    const first = await start(environment);
    await untilTaken(first.origin);
    await first.stop();
    small.setReadOnly(true);
    const { origin } = await start(environment);
    await expectLost(origin);
    expect((await fetch(`${origin}/api/v1/cases`)).status).toBe(503);
    small.setReadOnly(false);
    await untilTaken(origin);
    expect(await totalOf(origin)).toBe(2);
  });
});
