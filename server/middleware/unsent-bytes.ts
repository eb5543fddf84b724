import type { ServerResponse } from 'node:http';
import { ProblemError } from './problem.ts';

/** Bytes that the service holds for clients who have not read, or not yet sent, all of them. */
export interface UnsentBytes {
  /** Throws a refusal where a client, or all together, hold as much as they may. */
  check(client: string): void;
  /** Holds bytes for a client until the response is over. */
  hold(client: string, bytes: number, outgoing: Pick<ServerResponse, 'once'> | undefined): void;
}

/** Some pages of the largest collection: who reads them gets the next. */
const MAX_CLIENT_BYTES = 8 * 1024 * 1024;
/** Beside the 330 MB that the service takes, within the memory that it is documented to need. */
const MAX_BYTES = 96 * 1024 * 1024;
const RETRY_AFTER_SECONDS = 5;

/** An account of the bytes that wait, by client. What many share (files, kept answers) is not to be held in it. */
export function createUnsentBytes(): UnsentBytes {
  const held = new Map<string, number>();
  let sum = 0;
  const add = (client: string, bytes: number) => {
    sum += bytes;
    const own = (held.get(client) ?? 0) + bytes;
    if (own > 0) held.set(client, own);
    else held.delete(client);
  };
  return {
    check(client) {
      if ((held.get(client) ?? 0) >= MAX_CLIENT_BYTES) {
        throw refusal(429, 'answers to this address wait to be read: read them first');
      }
      if (sum >= MAX_BYTES) throw refusal(503, 'too many answers wait to be read by others');
    },
    hold(client, bytes, outgoing) {
      if (outgoing === undefined || bytes === 0) return;
      add(client, bytes);
      outgoing.once('close', () => add(client, -bytes));
    },
  };
}

function refusal(status: number, detail: string): ProblemError {
  const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) };
  return new ProblemError(status, `${detail}; try again in ${RETRY_AFTER_SECONDS} seconds`, {
    headers,
  });
}
