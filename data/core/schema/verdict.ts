import * as z from 'zod';

/** The four verdicts from worst to best. The order is the combination table: a verdict is the minimum over its axes. */
export const VERDICTS = ['no', 'unknown', 'partial', 'yes'] as const;

/** What can be said of one question: `unknown` is an answer of its own and never stands for `no`. */
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** Position of a verdict in the order `no < unknown < partial < yes`. */
export function verdictRank(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}

/**
 * How well a value is known for one region, from best to worst. It stands beside every value, so that "probably not" is
 * never read as "certainly not".
 */
export const SUPPORTS = [
  /** The operator, the state or a register says so for this region or the whole country, and not long ago. */
  'stated',
  /** Evidence about this very region, but weaker or undated; or a conclusion from `stated` evidence. */
  'reported',
  /** Evidence about the whole country that names no region. */
  'countrywide',
  /** Somebody says so, or says so of another region: not enough to decide anything. */
  'lead',
  /** Nothing was found. */
  'none',
] as const;
export const Support = z.enum(SUPPORTS);
export type Support = z.infer<typeof Support>;

/** Position of a support from `stated` (0) to `none`; the absent one, where nothing rests on evidence, comes first. */
export function supportRank(support: Support | undefined): number {
  return support === undefined ? -1 : SUPPORTS.indexOf(support);
}

/**
 * Where the sources of a finding speak of: `own`, of the very regions that it names; `country`, of the whole country or of
 * it without naming regions (a generated list of regions is `country`, too); `elsewhere`, of another region, market or
 * country, from which it was carried over.
 */
export const REACHES = ['own', 'country', 'elsewhere'] as const;
export const Reach = z.enum(REACHES);
export type Reach = z.infer<typeof Reach>;

/** How a claim was come by: the source says it, it was counted, we conclude it, or we suppose it and say so. */
export const METHODS = ['stated', 'measured', 'inferred', 'assumed'] as const;
export const Method = z.enum(METHODS);
export type Method = z.infer<typeof Method>;

/** What of a household an axis looks at: a change of that can change the axis. Every axis looks at which lines there are. */
export type Subject = 'region' | 'operator' | 'lines' | 'holder' | 'numbers' | 'signing' | 'device';

/** One question of a verdict. */
interface AxisRecord {
  id: string;
  /** What it depends on beside the household: nothing, the operator, or one of its plans. */
  level: 'household' | 'operator' | 'plan';
  /** Whether it asks each line by itself, or all lines together. */
  lines: 'each' | 'together';
  subjects: readonly Subject[];
  /** Present where its value may follow from the household itself or from a named assumption: it then has no support. */
  assumable?: true;
  /** Present where the default household does not touch it. */
  optional?: true;
}

/**
 * The questions that a verdict is made of, in the order in which they are asked and shown. Each has its rule in
 * `eligibility/axes` and its words in `client/i18n`; what is forgotten there does not compile.
 */
export const AXIS_RECORDS = [
  { id: 'presence', level: 'operator', lines: 'each', subjects: ['region'] },
  { id: 'esim', level: 'operator', lines: 'each', subjects: ['region'] },
  { id: 'sharedPlan', level: 'plan', lines: 'each', subjects: ['region', 'operator'] },
  { id: 'formFactor', level: 'plan', lines: 'each', subjects: ['region'], assumable: true },
  { id: 'sameRegion', level: 'plan', lines: 'together', subjects: ['region'], assumable: true },
  {
    id: 'lineCount',
    level: 'plan',
    lines: 'together',
    subjects: ['region', 'lines'],
    assumable: true,
  },
  {
    id: 'numberCap',
    level: 'household',
    lines: 'together',
    subjects: ['holder', 'numbers'],
    assumable: true,
  },
  { id: 'customer', level: 'household', lines: 'each', subjects: ['holder', 'signing'] },
  {
    id: 'companion',
    level: 'operator',
    lines: 'each',
    subjects: ['region'],
    optional: true,
    assumable: true,
  },
  { id: 'device', level: 'household', lines: 'each', subjects: ['device'], assumable: true },
] as const satisfies readonly AxisRecord[];

export const AXES = AXIS_RECORDS.map(({ id }) => id);
export const Axis = z.enum(AXES);
export type Axis = z.infer<typeof Axis>;

/** Axes of one level. */
export type AxisOf<Level extends AxisRecord['level']> = Extract<
  (typeof AXIS_RECORDS)[number],
  { level: Level }
>['id'];

/** Whether no operator decides an axis: it depends on people and devices alone. */
export function isHouseholdAxis(axis: Axis): boolean {
  return AXIS_RECORDS.some(({ id, level }) => id === axis && level === 'household');
}
