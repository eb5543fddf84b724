import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { CompactSign, compactVerify, createLocalJWKSet, importJWK, type JSONWebKeySet } from 'jose';
import * as z from 'zod';
import type { CommonHeaders } from '../middleware/common-headers.ts';
import { ProblemError } from '../middleware/problem.ts';
import type { App, RequestContext } from '../middleware/request-context.ts';
import { RECEIPT_ALGORITHM, type ReceiptKeys, type SigningKey } from './receipt-keys.ts';

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
