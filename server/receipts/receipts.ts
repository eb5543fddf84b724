import { Hono } from 'hono';
import type { CommonHeaders } from '../middleware/common-headers.ts';
import { ProblemError } from '../middleware/problem.ts';
import type { App, RequestContext } from '../middleware/request-context.ts';
import { type ReceiptClaims, signReceipt } from './receipt.ts';
import type { ReceiptKeys } from './receipt-keys.ts';

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
