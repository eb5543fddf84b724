import * as z from 'zod';

/** What the thread of the embedded database is asked: one statement, or to close. */
export const Ask = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('query'),
    id: z.int(),
    text: z.string(),
    values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  }),
  z.strictObject({ kind: z.literal('close'), id: z.int() }),
]);
export type Ask = z.infer<typeof Ask>;

/** What it answers; the answer to 0 says that the database is open. */
export const Reply = z.union([
  z.strictObject({ id: z.int(), rows: z.array(z.record(z.string(), z.unknown())) }),
  z.strictObject({ id: z.int(), message: z.string(), code: z.string().optional() }),
]);
export type Reply = z.infer<typeof Reply>;
