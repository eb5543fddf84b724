import { ProblemError } from './problem.ts';

/** A response that tells when it is over. */
interface Closing {
  once(event: 'close', listener: () => void): unknown;
}

/** Puts bytes on the account of a client; throws a refusal where there is no room for them. */
export type Hold = (bytes: number) => void;

/** Bytes that the service holds for clients who have not read, or not yet sent, all of them. */
export interface UnsentBytes {
  /** Throws a refusal where no more may be held for a client. */
  check(client: string): void;
  /** Holds what it is told of, bit by bit, for a client until the response is over; nothing where there is no response. */
  open(client: string, outgoing: Closing | undefined): Hold;
}

/** A page or two of the largest collection: who reads them gets the next. */
const MAX_CLIENT_BYTES = 4 * 1024 * 1024;
/** What is held for a client whatever room is left: a page, while others fill the memory. */
const ALWAYS_BYTES = 128 * 1024;
/** Six addresses that read nothing take no more than 60 MB of memory: two thirds of it is what answers are made with. */
const MAX_BYTES = 20 * 1024 * 1024;
const RETRY_AFTER_SECONDS = 5;

/**
 * An account of the bytes that wait, by client. What many share (files, kept answers) is not to be held in it. The more is
 * held in all, the less each client may hold, no more than is left for all others: so the room that many take together never
 * ends for one who takes little.
 */
export function createUnsentBytes(): UnsentBytes {
  const held = new Map<string, number>();
  let sum = 0;
  const add = (client: string, bytes: number) => {
    sum += bytes;
    const own = (held.get(client) ?? 0) + bytes;
    if (own > 0) held.set(client, own);
    else held.delete(client);
  };
  const checkRoom = (own: number, others: number) => {
    if (own <= Math.max(ALWAYS_BYTES, MAX_BYTES - others)) return;
    throw refusal(503, 'too many answers wait to be read by this address and others');
  };
  return {
    check(client) {
      const own = held.get(client) ?? 0;
      if (own >= MAX_CLIENT_BYTES) {
        throw refusal(429, 'answers to this address wait to be read: read them first');
      }
      checkRoom(own, sum);
    },
    open(client, outgoing) {
      let own = 0;
      let isOver = outgoing === undefined;
      return (bytes) => {
        // What is made for one who has left is let go at once.
        if (isOver || bytes === 0) return;
        checkRoom((held.get(client) ?? 0) + bytes, sum - own);
        if (own === 0) {
          outgoing?.once('close', () => {
            isOver = true;
            add(client, -own);
          });
        }
        own += bytes;
        add(client, bytes);
      };
    },
  };
}

function refusal(status: number, detail: string): ProblemError {
  const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) };
  return new ProblemError(status, `${detail}; try again in ${RETRY_AFTER_SECONDS} seconds`, {
    headers,
  });
}
