import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Eligibility, EXAMPLE_HOUSEHOLD } from '../../server/api/routes/eligibility-routes.ts';
import { Problem } from '../../server/middleware/problem.ts';
import { createService } from '../../server/service.ts';
import { createTestApp, jsonOf, type TestApp, TODAY } from '../server/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

async function ask(query: string) {
  const response = await test.app.request(`/api/v1/eligibility?${query}`);
  expect(response.status).toBe(200);
  return Eligibility.parse(await response.json());
}

function post(body: string, query = '') {
  const headers = { 'content-type': 'application/json' };
  return test.app.request(`/api/v1/eligibility${query}`, { method: 'POST', headers, body });
}

/** Versions as the files of the repository name them. */
async function releasedVersions(): Promise<string[]> {
  const names = await readdir(join(import.meta.dirname, '../../data/facts/releases'));
  return names.flatMap((name) => /^(.*)\.dataset\.json\.gz$/.exec(name)?.[1] ?? []).sort();
}

describe('a released version of the data', () => {
  it('can be asked again, and answers under its own hash', async () => {
    expect([...test.service.releases.keys()].sort()).toEqual(await releasedVersions());
    for (const [version, release] of test.service.releases) {
      const answer = await ask(`region=RU-TA&release=${version}`);
      expect(answer.datasetHash).toBe(release.dataset.hash);
      expect(answer.operators.map(({ operatorId }) => operatorId)).toContain('letai');
    }
  });

  it('is named among those that exist when it does not', async () => {
    const response = await test.app.request('/api/v1/eligibility?region=RU-TA&release=1999-01-01');
    expect(response.status).toBe(404);
    const { errors } = Problem.parse(await response.json());
    expect(errors?.[0]).toMatchObject({ value: '1999-01-01', allowed: await releasedVersions() });
  });
});

describe('eligibility in a region', () => {
  it('names the operators with axes, evidence, claims and sources', async () => {
    const answer = await ask('region=RU-TA');
    expect(answer).toMatchObject({
      regionId: 'RU-TA',
      asOf: TODAY,
      datasetHash: test.service.dataset.hash,
    });
    expect(answer.operators.length).toBeGreaterThanOrEqual(6);
    for (const { axes } of answer.operators) {
      for (const { evidence } of axes) {
        for (const { claimId, sourceIds } of evidence) {
          expect(answer.claims[claimId]).toBeDefined();
          for (const id of sourceIds) expect(answer.sources[id]?.url).toMatch(/^https?:/);
        }
      }
    }
  });

  it('is the same for the default household written out', async () => {
    const plain = await ask('region=RU-TA');
    const written = await ask('region=RU-TA&members=3&children=0&foreign=0&watch=0&tablet=0');
    expect(written).toEqual(plain);
  });

  it('answers for one operator and another day', async () => {
    const answer = await ask('region=RU-TA&operator=mts&asOf=2027-01-01');
    expect(answer.operators.map(({ operatorId }) => operatorId)).toEqual(['mts']);
    expect(answer.asOf).toBe('2027-01-01');
  });

  it('knows nothing of a day before all evidence, and says from when on it does', async () => {
    const { verdict, operators } = await ask('region=RU-TA&operator=mts&asOf=1900-01-01');
    expect(verdict).toBe('unknown');
    const presence = operators[0]?.axes.find(({ axis }) => axis === 'presence');
    expect(presence).toMatchObject({
      value: 'unknown',
      reason: { code: 'only-later-claims', params: { from: '2026-08-19' } },
      evidence: [],
    });
  });

  it('answers for the day of the data where the clock is behind them', async () => {
    expect(createService(test.service, () => '2020-01-01').today()).toBe(TODAY);
  });

  it('ends in plain text with an address that can be followed as it stands', async () => {
    const url = 'http://map.example.org/api/v1/eligibility?region=RU-TA&f=txt&lang=en';
    const text = await (await test.app.request(url)).text();
    expect(text.trimEnd().split('\n').at(-1)).toBe('http://map.example.org/en/regions/RU-TA');
  });

  it('shows its reasoning when asked', async () => {
    const answer = await ask('region=RU-TA&operator=mts&trace=true');
    expect(answer.operators[0]?.trace?.length).toBeGreaterThan(0);
    expect((await ask('region=RU-TA&operator=mts')).operators[0]?.trace).toBeUndefined();
  });

  it('writes restrictions out', async () => {
    const { restrictions } = await ask('region=RU-TA');
    expect(restrictions.length).toBeGreaterThan(0);
    for (const { title, claims } of restrictions) {
      expect(title.ru.length).toBeGreaterThan(0);
      expect(claims.length).toBeGreaterThan(0);
    }
  });
});

describe('eligibility at a point', () => {
  it('takes the one region of a point far from borders', async () => {
    const answer = await ask('lon=60.6&lat=56.84');
    expect(answer.regionId).toBe('RU-SVE');
    expect(answer.location?.certainty).toBe('certain');
    expect(answer.alternatives).toBeUndefined();
  });

  it('assesses each candidate near a border, nearest first', async () => {
    const answer = await ask('lon=37.84&lat=55.75');
    expect(answer.location?.certainty).toBe('border');
    const ids = [answer.regionId, ...(answer.alternatives ?? []).map(({ regionId }) => regionId)];
    expect(ids).toEqual(answer.location?.candidates.map(({ regionId }) => regionId));
    expect([...ids].sort()).toEqual(['RU-MOS', 'RU-MOW']);
  });
});

describe('eligibility of a household', () => {
  it('answers for the example of the document', async () => {
    const response = await post(JSON.stringify(EXAMPLE_HOUSEHOLD));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(Eligibility.parse(await response.json()).regionId).toBe('RU-MOW');
  });

  it('names every error by its place', async () => {
    const broken = {
      members: [{ id: 'a', ageBand: 'old', citizenship: 'russian' }],
      lines: [{ id: 'l', memberId: 'a', contractRegionId: 'Moscow', deviceKind: 'fax' }],
    };
    const problem = Problem.parse(await (await post(JSON.stringify(broken))).json());
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '/members/0/ageBand',
      '/lines/0/contractRegionId',
      '/lines/0/deviceKind',
    ]);
  });

  it('gives 200 or a problem document to any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        const response = await post(body);
        if (response.status === 200) return;
        expect(response.status).toBe(400);
        Problem.parse(await response.json());
      }),
      { numRuns: 300 },
    );
    expect(test.faults).toEqual([]);
  });

  it('gives 200 or a problem document to anything like a household', async () => {
    const id = fc.constantFrom('a', 'b', 'c', '', 'A B');
    const line = fc.record(
      {
        id,
        memberId: id,
        holderId: id,
        payer: fc.boolean(),
        contractRegionId: fc.constantFrom('RU-MOW', 'RU-TA', 'RU-XX', 'RU-CHU'),
        operatorId: fc.constantFrom('any', 'mts', 't2', 'acme'),
        deviceKind: fc.constantFrom('phone', 'watch', 'car', 'childrens-watch', 'tablet'),
        deviceModelId: fc.constantFrom('unknown', 'no-such-model'),
      },
      { requiredKeys: ['id', 'memberId', 'contractRegionId', 'deviceKind'] },
    );
    const member = fc.record(
      {
        id,
        ageBand: fc.constantFrom('adult', '14-17', 'under-14'),
        citizenship: fc.constantFrom('russian', 'foreign'),
        otherNumbers: fc.integer({ min: -1, max: 30 }),
      },
      { requiredKeys: ['id', 'ageBand', 'citizenship'] },
    );
    const household = fc.record({
      members: fc.array(member, { maxLength: 4 }),
      lines: fc.array(line, { maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(household, async (body) => {
        const response = await post(JSON.stringify(body));
        expect([200, 400]).toContain(response.status);
      }),
      { numRuns: 200 },
    );
    expect(test.faults).toEqual([]);
  });

  it('gives each operator the same verdict in whatever order the lines stand', async () => {
    const reversed = { ...EXAMPLE_HOUSEHOLD, lines: EXAMPLE_HOUSEHOLD.lines.toReversed() };
    const [one, other] = await Promise.all(
      [EXAMPLE_HOUSEHOLD, reversed].map(async (each) => {
        const response = await post(JSON.stringify(each));
        expect(response.status).toBe(200);
        const { verdict, operators } = Eligibility.parse(await response.json());
        // Which of several lines is named in a reason, and in which order, follows the order in which they stand.
        const values = operators.map(({ operatorId, verdict, planId, axes }) => ({
          operatorId,
          verdict,
          planId,
          axes: axes.map(({ axis, value }) => [axis, value]),
        }));
        return { verdict, values };
      }),
    );
    expect(one?.values.length).toBeGreaterThan(1);
    expect(other).toEqual(one);
  });
});

describe('many points', () => {
  it('are located as each alone', async () => {
    const points = [
      [37.6176, 55.752],
      [-172, 66],
      [2.35, 48.85],
    ];
    const response = await test.app.request('/api/v1/locate', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ points }),
    });
    const { locations } = await jsonOf(response);
    const alone = await Promise.all(
      points.map(async ([lon, lat]) =>
        jsonOf(await test.app.request(`/api/v1/locate?lon=${lon}&lat=${lat}`)),
      ),
    );
    expect(locations).toEqual(alone);
    expect(alone[2]).toEqual({ certainty: 'outside', candidates: [] });
  });
});
