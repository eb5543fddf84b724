import * as z from 'zod/mini';

const Item = z.object({
  /** The same for each attempt, so that the service takes them as one report. */
  idempotencyKey: z.string(),
  report: z.record(z.string(), z.string()),
});
export type OutboxItem = z.infer<typeof Item>;

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
