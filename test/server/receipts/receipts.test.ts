import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, createLocalJWKSet } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadApp } from '../../../server/load-app.ts';
import type { App } from '../../../server/middleware/request-context.ts';
import {
  createReceiptKeys,
  createReceipts,
  type ReceiptClaims,
  readReceipt,
  signReceipt,
} from '../../../server/receipts/receipts.ts';

const ROOT = join(import.meta.dirname, '../../..');
const TODAY = '2026-11-30';
const QUESTION = '/api/v1/eligibility?region=RU-TA&operator=mts&receipt=true';

const PYTHON = '/usr/bin/python3';
/** Debian's PyJWT: another implementation of JOSE, where it is installed. */
const HAS_PYJWT = existsSync(PYTHON) && existsSync('/usr/lib/python3/dist-packages/jwt');

describe('receipts', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'receipts-')), 'keys.json');
  const keys = createReceiptKeys(path);
  let app: App;
  const receiptOf = async (address = QUESTION) => {
    const answer = Object(await (await app.request(`https://map.test${address}`)).json());
    return { answer, receipt: String(answer.receipt) };
  };
  beforeAll(async () => {
    const receipts = createReceipts({
      keys,
      rulesVersion: '1.0.0',
      headers: { fields: {} },
      onFault: console.error,
    });
    const loaded = await loadApp(ROOT, { today: () => TODAY, onFault: console.error, receipts });
    app = loaded.app;
  });

  it('are signed by the published key, as another library of JOSE finds', async () => {
    const { receipt, answer } = await receiptOf();
    const published = Object(await (await app.request('/.well-known/jwks.json')).json());
    expect(published.keys).toEqual([
      {
        kty: 'OKP',
        crv: 'Ed25519',
        alg: 'EdDSA',
        use: 'sig',
        kid: expect.any(String),
        x: expect.any(String),
      },
    ]);
    const { payload } = await compactVerify(receipt, createLocalJWKSet(published));
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      issuer: 'https://map.test',
      question: `/api/v1/eligibility?region=RU-TA&operator=mts&asOf=${TODAY}`,
      asOf: TODAY,
      datasetHash: answer.datasetHash,
      rulesVersion: '1.0.0',
      answer: { regionId: 'RU-TA', verdict: answer.verdict },
    });
  });

  it.runIf(HAS_PYJWT)('are checked by PyJWT', async () => {
    const { receipt } = await receiptOf();
    const published = JSON.stringify((await keys.published()).keys[0]);
    const program =
      'import sys, json, jwt; k = jwt.PyJWK(json.loads(sys.argv[2])).key; print(jwt.api_jws.decode(sys.argv[1], k, algorithms=["EdDSA"]).decode())';
    const payload = execFileSync(PYTHON, ['-c', program, receipt, published], { encoding: 'utf8' });
    expect(JSON.parse(payload)).toMatchObject({ asOf: TODAY });
  });

  it('say the same each time, so that they can be kept', async () => {
    expect((await receiptOf()).receipt).toBe((await receiptOf()).receipt);
  });

  it('are answered again by the question that they hold', async () => {
    const { receipt } = await receiptOf();
    const claims = await readReceipt(receipt, await keys.published());
    const again = Object(await (await app.request(`https://map.test${claims.question}`)).json());
    expect(again).toMatchObject('answer' in claims ? claims.answer : {});
    expect(claims).toHaveProperty('answer.verdict');
  });

  it('are given short, with the verdict and the hash of what the long one holds', async () => {
    const response = await app.request(
      `https://map.test${QUESTION.replace('receipt=true', 'f=jose')}`,
    );
    expect(response.headers.get('content-type')).toBe('application/jose');
    const short = await response.text();
    const published = await keys.published();
    const { payload } = await compactVerify(short, createLocalJWKSet(published));
    const { answer, ...asked } = Object(await readReceipt((await receiptOf()).receipt, published));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
      ...asked,
      verdict: answer.verdict,
      answerHash: createHash('sha256').update(JSON.stringify(answer)).digest('base64url'),
    });
    // More would make the dots of a printed code too small for a telephone (`client/islands/common/print-code.ts`).
    expect(short.length).toBeLessThan(800);
  });

  it('are refused when a letter was changed, or another key signed', async () => {
    const { receipt } = await receiptOf();
    const [head, body = '', signature] = receipt.split('.');
    const changed = [head, `${body.slice(0, -4)}AAAA`, signature].join('.');
    await expect(readReceipt(changed, await keys.published())).rejects.toThrow(
      'not signed by one of these keys',
    );
    const other = createReceiptKeys(join(mkdtempSync(join(tmpdir(), 'receipts-')), 'keys.json'));
    await other.signing();
    await expect(readReceipt(receipt, await other.published())).rejects.toThrow(
      'not signed by one of these keys',
    );
    await expect(readReceipt('nonsense', await keys.published())).rejects.toThrow(
      'not signed by one of these keys',
    );
  });

  it('stay good when the key is changed, which needs no restart', async () => {
    const { receipt } = await receiptOf();
    const { kid } = await createReceiptKeys(path).rotate();
    const fresh = await receiptOf(`${QUESTION}&asOf=2026-11-29`);
    expect(Buffer.from(fresh.receipt.split('.')[0] ?? '', 'base64url').toString()).toContain(kid);
    const published = await keys.published();
    expect(published.keys).toHaveLength(2);
    for (const each of [receipt, fresh.receipt])
      expect(await readReceipt(each, published)).toHaveProperty('answer');
  });

  it('keep the secret part of the key to the user of the service', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, 'utf8')).retired[0]).not.toHaveProperty('d');
  });

  describe('read by `npm run receipt:verify`', () => {
    const folder = mkdtempSync(join(tmpdir(), 'receipts-'));
    const verify = async (receipt: string) => {
      const [file, keySet] = [join(folder, 'receipt.jws'), join(folder, 'jwks.json')];
      writeFileSync(file, receipt);
      writeFileSync(keySet, JSON.stringify(await keys.published()));
      const program = join(ROOT, 'build/server/receipts/verify.js');
      return spawnSync(process.execPath, [program, file, '--keys', keySet], { encoding: 'utf8' });
    };
    const signedAnew = async (claims: ReceiptClaims) => signReceipt(claims, await keys.signing());
    const shortReceipt = async () =>
      (await app.request(`https://map.test${QUESTION.replace('receipt=true', 'f=jose')}`)).text();

    it.for(['long', 'short'] as const)(
      'a %s one is computed again from the same data',
      async (kind) => {
        const receipt = kind === 'long' ? (await receiptOf()).receipt : await shortReceipt();
        const { status, stdout } = await verify(receipt);
        expect(stdout).toContain(
          'The signature is good: https://map.test answered /api/v1/eligibility',
        );
        expect(stdout).toContain('the answer is the same');
        expect(status).toBe(0);
      },
    );

    it('a signed one that says another answer is found out', async () => {
      const published = await keys.published();
      const long = await readReceipt((await receiptOf()).receipt, published);
      const short = await readReceipt(await shortReceipt(), published);
      const others = [
        'answer' in long ? { ...long, answer: { ...long.answer, verdict: 'yes' } } : long,
        'answerHash' in short ? { ...short, answerHash: 'A'.repeat(43) } : short,
      ];
      for (const claims of others) {
        const { status, stdout } = await verify(await signedAnew(claims));
        expect(stdout).toContain('the answer is ANOTHER one');
        expect(status).toBe(2);
      }
    });

    it('one of other data is not judged by these', async () => {
      const claims = await readReceipt(await shortReceipt(), await keys.published());
      const { status, stdout } = await verify(
        await signedAnew({ ...claims, datasetHash: '0'.repeat(64) }),
      );
      expect(stdout).toContain('It was not computed again');
      expect(status).toBe(0);
    });

    it('one that was changed is refused in a sentence', async () => {
      const { status, stderr } = await verify(`${await shortReceipt()}A`);
      expect(stderr).toContain('not signed by one of these keys, or was changed');
      expect(status).toBe(1);
    });
  });

  it('are refused in a sentence where nothing signs or the answer is text', async () => {
    expect((await app.request(`${QUESTION}&f=txt`)).status).toBe(400);
    const silent = await loadApp(ROOT, { today: () => TODAY, onFault: console.error });
    for (const question of [QUESTION, '/api/v1/eligibility?region=RU-TA&f=jose'])
      expect((await silent.app.request(question)).status).toBe(503);
    expect((await app.request(`${QUESTION}&f=jose`)).status).toBe(400);
  });
});
