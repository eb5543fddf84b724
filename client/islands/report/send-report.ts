import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import * as z from 'zod/mini';

const Sent = z.object({ case: z.string(), key: z.string(), dueOn: z.string() });
type Sent = z.infer<typeof Sent>;

const Problem = z.object({ detail: z.string() });

/** What became of an attempt to send. `later`: no connection, or a service that cannot store now. */
type Sending =
  | { readonly outcome: 'sent'; readonly sent: Sent }
  | { readonly outcome: 'refused'; readonly detail: string }
  | { readonly outcome: 'later'; readonly isOffline: boolean };

const LATER = [429, 502, 503, 504];

/**
 * Solves a task of the service; `undefined` where the browser cannot (an address without TLS has no Web Crypto), `'later'`
 * where the service gives none now: the report would be stored no more than the task.
 */
async function solveTask(): Promise<string | 'later' | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined;
  const response = await fetch('/api/v1/reports/challenge');
  if (LATER.includes(response.status)) return 'later';
  if (!response.ok) return undefined;
  const challenge: Challenge = await response.json();
  const solution = await solveChallenge({ challenge, deriveKey });
  return solution === null ? undefined : btoa(JSON.stringify({ challenge, solution }));
}

/** Sends a report with a proof of work. Sent again with the same idempotency key it is the same report. */
export async function sendReport({ report, idempotencyKey }: OutboxItem): Promise<Sending> {
  let response: Response;
  try {
    const proof = await solveTask();
    if (proof === 'later') return { outcome: 'later', isOffline: false };
    response = await fetch('/api/v1/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `"${idempotencyKey}"` },
      body: JSON.stringify({ ...report, ...(proof === undefined ? {} : { proof }) }),
    });
  } catch {
    return { outcome: 'later', isOffline: true };
  }
  if (LATER.includes(response.status)) return { outcome: 'later', isOffline: false };
  const body: unknown = await response.json().catch(() => undefined);
  if (response.status === 201) return { outcome: 'sent', sent: Sent.parse(body) };
  const problem = z.safeParse(Problem, body);
  return {
    outcome: 'refused',
    detail: problem.success ? problem.data.detail : String(response.status),
  };
}

const Item = z.object({
  /** The same for each attempt, so that the service takes them as one report. */
  idempotencyKey: z.string(),
  report: z.record(z.string(), z.string()),
});
type OutboxItem = z.infer<typeof Item>;

const NAME = 'reports-to-send';

/** Reports that wait for a connection, on this device only. */
export interface Outbox {
  list(): OutboxItem[];
  /** False where the device keeps nothing (private windows, full storage). */
  add(item: OutboxItem): boolean;
  remove(idempotencyKey: string): void;
}

/** An outbox in a storage of the browser; what another version wrote there is left out. */
export function createOutbox(storage: Storage): Outbox {
  const list = (): OutboxItem[] => {
    try {
      return z.array(Item).parse(JSON.parse(storage.getItem(NAME) ?? '[]'));
    } catch {
      return [];
    }
  };
  const write = (items: readonly OutboxItem[]): boolean => {
    try {
      storage.setItem(NAME, JSON.stringify(items));
      return true;
    } catch {
      return false;
    }
  };
  return {
    list,
    add: (item) =>
      write([
        ...list().filter(({ idempotencyKey }) => idempotencyKey !== item.idempotencyKey),
        item,
      ]),
    remove: (key) => void write(list().filter(({ idempotencyKey }) => idempotencyKey !== key)),
  };
}
