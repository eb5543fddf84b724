import * as z from 'zod';
import { MAX_OTHER_NUMBERS } from './household.ts';
import { RegionId, Slug } from './ids.ts';

const change = <Code extends string, Shape extends z.ZodRawShape>(code: Code, params: Shape) =>
  z.strictObject({ code: z.literal(code), params: z.strictObject(params) });

/** One way to move a household nearer to yes. `applyChange` in `data/eligibility/changes` carries it out. */
export const Change = z.discriminatedUnion('code', [
  /** Port these lines, or sign them, with this operator. */
  change('switch-operator', { operatorId: Slug, lineIds: z.array(Slug).min(1) }),
  /** Conclude the line's contract in this region. */
  change('move-line-to-region', { lineId: Slug, regionId: RegionId }),
  /** Give up so many of the member's other numbers. */
  change('free-numbers', { memberId: Slug, count: z.int().positive().max(MAX_OTHER_NUMBERS) }),
  /** Use another device, one that shows an EID. */
  change('replace-device', { lineId: Slug }),
  /** Let this member sign for the line. */
  change('change-holder', { lineId: Slug, memberId: Slug }),
  /** Be ready to visit an office. */
  change('sign-in-person', {}),
  /** Leave the line out of the shared plan. */
  change('remove-line', { lineId: Slug }),
]);
export type Change = z.infer<typeof Change>;
