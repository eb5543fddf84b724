import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Hono } from 'hono';
import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
} from 'jose';
import * as z from 'zod';
import { replaceFile } from '../../data/tools/files/replace.ts';
import type { CommonHeaders } from '../middleware/answer.ts';
import { ProblemError } from '../middleware/problem.ts';
import type { App, RequestContext } from '../middleware/request-context.ts';

/** The signature algorithm of receipts: Ed25519 by the name that all libraries know (RFC 8037 3.1). */
const RECEIPT_ALGORITHM = 'EdDSA';

const PublicKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
});
const SigningKey = PublicKey.extend({ d: z.string() });
type SigningKey = z.infer<typeof SigningKey>;

/** The file of keys: one that signs, and the public parts of those that signed before. */
const KeyFile = z.strictObject({ signing: SigningKey, retired: z.array(PublicKey) });
type KeyFile = z.infer<typeof KeyFile>;

interface ReceiptKeys {
  /** The key that signs now. It is made when there is none. */
  signing(): Promise<SigningKey>;
  /** All public keys, for `/.well-known/jwks.json` (RFC 7517); empty while nothing was signed. */
  published(): Promise<JSONWebKeySet>;
  /** Makes a new signing key; what the old one signed stays verifiable. */
  rotate(): Promise<SigningKey>;
}

/** Keys in a file that only the service's user may read. It is read again when it changed, so that a rotation needs no restart. */
export function createReceiptKeys(path: string): ReceiptKeys {
  let read: { modified: number; keys: KeyFile } | undefined;
  let making: Promise<KeyFile> | undefined;

  async function load(): Promise<KeyFile | undefined> {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return undefined;
    if (read?.modified === found.mtimeMs) return read.keys;
    const parsed = KeyFile.safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (!parsed.success)
      throw new Error(`${path} holds no keys of receipts: ${z.prettifyError(parsed.error)}`);
    read = { modified: found.mtimeMs, keys: parsed.data };
    return parsed.data;
  }

  async function write(keys: KeyFile): Promise<KeyFile> {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    return keys;
  }

  async function current(): Promise<KeyFile> {
    const known = await load();
    if (known !== undefined) return known;
    making ??= makeKey()
      .then((signing) => write({ signing, retired: [] }))
      .finally(() => {
        making = undefined;
      });
    return making;
  }

  return {
    signing: async () => (await current()).signing,
    async published() {
      const known = await load();
      if (known === undefined) return { keys: [] };
      const keys = [publicPart(known.signing), ...known.retired];
      return { keys: keys.map((key) => ({ ...key, alg: RECEIPT_ALGORITHM, use: 'sig' })) };
    },
    async rotate() {
      const known = await load();
      const signing = await makeKey();
      await write({
        signing,
        retired: known === undefined ? [] : [publicPart(known.signing), ...known.retired],
      });
      return signing;
    },
  };
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(RECEIPT_ALGORITHM, {
    crv: 'Ed25519',
    extractable: true,
  });
  const jwk = await exportJWK(privateKey);
  return SigningKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
}

function publicPart({ kty, crv, x, kid }: SigningKey): z.infer<typeof PublicKey> {
  return { kty, crv, x, kid };
}

/** What any receipt says: this was asked, for this day, from these data by these rules. */
const Asked = {
  /** Origin of the service that answered. */
  issuer: z.string(),
  /** Address of the question, below the origin; whoever asks it again of the same release gets the same answer. */
  question: z.string(),
  asOf: z.iso.date(),
  /** Content hash of the data. */
  datasetHash: z.string(),
  /** Version of the program, whose rules made the answer out of the data. */
  rulesVersion: z.string(),
};

/** A receipt that holds the answer as it was given, without the receipt. */
const FullClaims = z.strictObject({ ...Asked, answer: z.record(z.string(), z.unknown()) });

/** A receipt for paper: a code of the answer itself would have some 200,000 characters, and a QR code holds 2,953 at most. */
const ShortClaims = z.strictObject({
  ...Asked,
  /** The verdict in a word of the API, for whoever reads the receipt without the service. */
  verdict: z.string(),
  /** SHA-256 of the answer's JSON, in base64url: whoever computes it from the release sees whether it is the same. */
  answerHash: z.string(),
});

/** What a receipt says: this was asked, this was answered, from these data by these rules. */
export const ReceiptClaims = z.union([FullClaims, ShortClaims]);
export type ReceiptClaims = z.infer<typeof ReceiptClaims>;

/** Media type in the protected header (RFC 7515 4.1.9). */
const TYPE = 'family-esim-map-receipt+jws';

/** Signs claims as a compact JWS (RFC 7515). The same claims and key give the same receipt: Ed25519 uses no chance. */
export async function signReceipt(claims: ReceiptClaims, key: SigningKey): Promise<string> {
  const privateKey = await importJWK(key, RECEIPT_ALGORITHM);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: RECEIPT_ALGORITHM, kid: key.kid, typ: TYPE })
    .sign(privateKey);
}

/** What a receipt for paper says of an answer (`signedPart`). */
export function digestOf(
  answer: Record<string, unknown>,
): Pick<z.infer<typeof ShortClaims>, 'verdict' | 'answerHash'> {
  return {
    verdict: z.string().parse(answer.verdict),
    answerHash: createHash('sha256').update(JSON.stringify(answer)).digest('base64url'),
  };
}

/**
 * Reads a receipt whose signature is by one of the keys.
 *
 * @throws Error in one sentence where it is no receipt, was changed, or none of the keys signed it.
 */
export async function readReceipt(receipt: string, keys: JSONWebKeySet): Promise<ReceiptClaims> {
  let payload: Uint8Array;
  try {
    const verified = await compactVerify(receipt.trim(), createLocalJWKSet(keys), {
      algorithms: [RECEIPT_ALGORITHM],
    });
    payload = verified.payload;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the receipt is not signed by one of these keys, or was changed: ${reason}`, {
      cause: error,
    });
  }
  const parsed = ReceiptClaims.safeParse(JSON.parse(new TextDecoder().decode(payload)));
  if (!parsed.success)
    throw new Error(`what was signed is no receipt: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** What of an answer is signed: all but the texts that it cites, which are the data's and as long as the rest ten times. */
export function signedPart({
  claims: _,
  sources: __,
  receipt: ___,
  ...answer
}: Record<string, unknown>): Record<string, unknown> {
  return answer;
}

type WithoutVersion<Claims> = Claims extends unknown ? Omit<Claims, 'rulesVersion'> : never;
type UnversionedClaims = WithoutVersion<ReceiptClaims>;

/** Signs answers. */
export interface Receipts {
  /** A receipt for an answer. Throws ProblemError 503 where the keys can neither be read nor made. */
  sign(claims: UnversionedClaims): Promise<string>;
  /** `/.well-known/jwks.json`: the keys by which anybody can check a receipt. */
  readonly app: App;
}

/** Receipts by the keys of a service. `rulesVersion`: version of the program. */
export function createReceipts(options: {
  keys: ReceiptKeys;
  rulesVersion: string;
  headers: Pick<CommonHeaders, 'fields'>;
  /** Told why keys cannot be read: the reason names a path of the machine. */
  onFault: (error: unknown) => void;
}): Receipts {
  const { keys, rulesVersion, headers, onFault } = options;
  const orUnavailable = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      onFault(error);
      throw new ProblemError(503, 'no receipts can be signed now: the keys are not available', {
        headers: { 'retry-after': '60' },
      });
    }
  };
  const app: App = new Hono<RequestContext>({ strict: false });
  app.get('/.well-known/jwks.json', async (c) => {
    const published = await orUnavailable(keys.published());
    return c.body(JSON.stringify(published), 200, {
      ...headers.fields,
      'content-type': 'application/jwk-set+json',
      'cache-control': 'public, max-age=300',
    });
  });
  return {
    app,
    async sign(claims) {
      const key = await orUnavailable(keys.signing());
      return signReceipt({ ...claims, rulesVersion }, key);
    },
  };
}
