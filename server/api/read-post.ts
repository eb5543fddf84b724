import type { AppContext } from '../middleware/request-context.ts';
import { clientOf } from '../middleware/request-limit.ts';
import type { Computing } from '../middleware/send-answer.ts';
import { readBody } from './json-body.ts';

/**
 * Reads the JSON body of a POST on the account of its client: what is on its way is held as an answer is, as much as it
 * says, or may be.
 *
 * @throws what `readBody` throws, and ProblemError 503 where the client has too much on its account.
 */
export function readPost(
  c: AppContext,
  { unsent }: Computing,
  maxBytes: number,
): Promise<Uint8Array> {
  const client = clientOf(c);
  unsent.check(client);
  const length = Number(c.req.header('content-length') ?? maxBytes);
  unsent.open(client, c.env?.outgoing)(Math.min(length, maxBytes));
  return readBody(c.req.raw, maxBytes);
}
