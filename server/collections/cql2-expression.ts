import * as z from 'zod';

/** A CQL2 expression in its JSON form, as far as it is understood here (OGC 21-065r2, clause 6). */
export type Cql2 =
  | string
  | number
  | boolean
  | { property: string }
  | { date: string }
  | { timestamp: string }
  | { op: string; args: Cql2[] }
  | { type: 'Point'; coordinates: number[] }
  | { type: 'Polygon'; coordinates: number[][][] }
  | Cql2[];

export const Cql2: z.ZodType<Cql2> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.strictObject({ property: z.string() }),
    z.strictObject({ date: z.string() }),
    z.strictObject({ timestamp: z.string() }),
    z.strictObject({ op: z.string(), args: z.array(Cql2) }),
    z.strictObject({ type: z.literal('Point'), coordinates: z.array(z.number()) }),
    z.strictObject({
      type: z.literal('Polygon'),
      coordinates: z.array(z.array(z.array(z.number()))),
    }),
    z.array(Cql2),
  ]),
);
