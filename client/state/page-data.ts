import * as z from 'zod/mini';

const verdict = z.enum(['no', 'unknown', 'partial', 'yes']);

/** One region as the map page carries it: enough for list, search, legend and every layer. */
const PageRegion = z.object({
  id: z.string(),
  /** In the page's language. */
  name: z.string(),
  /** Names in the other languages and aliases, for search. */
  otherNames: z.array(z.string()),
  verdict,
  /** Verdict per assessed operator. */
  operators: z.record(z.string(), verdict),
  /** Strength of the best operator's evidence; absent for `unknown`. */
  confidence: z.optional(z.enum(['official', 'register', 'press', 'secondary'])),
  freshness: z.optional(z.enum(['current', 'ageing', 'old', 'undated'])),
  /** Whether each operator sells service there (axis `presence`). */
  presence: z.record(z.string(), verdict),
  /** Operators with a shared plan that is not ruled out there (axis `sharedPlan` is `partial` or `yes`). */
  sharedPlanOperators: z.array(z.string()),
  /** Mobile numbers allocated per operator. */
  numbers: z.record(z.string(), z.number()),
  neighbours: z.array(z.string()),
  /** `[west, south, east, north]` in degrees; west > east across the antimeridian. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** `[lon, lat]` of a point well inside. */
  labelPoint: z.tuple([z.number(), z.number()]),
});
export type PageRegion = z.infer<typeof PageRegion>;

const PageOperator = z.object({ id: z.string(), name: z.string() });
export type PageOperator = z.infer<typeof PageOperator>;

const PageDataSchema = z.object({
  language: z.enum(['ru', 'en', 'zh']),
  asOf: z.string(),
  datasetHash: z.string(),
  regions: z.array(PageRegion),
  operators: z.array(PageOperator),
});

/** What the server writes into `<script id="page-data">` so that the first view needs no request. */
export type PageData = z.infer<typeof PageDataSchema>;

/** Reads the page's own data; throws when the document and the script are of different releases. */
export function parsePageData(text: string): PageData {
  return PageDataSchema.parse(JSON.parse(text));
}
