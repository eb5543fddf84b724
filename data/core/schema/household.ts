import * as z from 'zod';
import { DeviceKind } from './device.ts';
import { RegionId, Slug } from './ids.ts';
import { Citizenship } from './law.ts';
import { Wish } from './plan.ts';

/** Limits of a household, stated in the API document: more is refused rather than cut. */
export const MAX_MEMBERS = 20;
export const MAX_LINES = 40;
export const MAX_OTHER_NUMBERS = 1000;

export const AGE_BANDS = ['under-14', '14-17', 'adult'] as const;
export const AgeBand = z.enum(AGE_BANDS);
export type AgeBand = z.infer<typeof AgeBand>;

/** A person, as far as the rules look at people. No name, no date of birth. */
export const Member = z.strictObject({
  id: Slug,
  ageBand: AgeBand,
  citizenship: Citizenship,
  /** Numbers this person already holds at any operator besides the lines of this household. */
  otherNumbers: z.int().nonnegative().max(MAX_OTHER_NUMBERS).default(0),
});
export type Member = z.infer<typeof Member>;

/** One number in one device. */
export const Line = z.strictObject({
  id: Slug,
  /** Who uses it. Holder too, unless under 14. */
  memberId: Slug,
  /** Who signed the contract, where it is not the user; needed for a child under 14 (default: the payer). */
  holderId: Slug.optional(),
  /** True for the one line whose plan is shared. */
  payer: z.boolean().default(false),
  /** Region where the contract was or will be signed: not where the phone is. */
  contractRegionId: RegionId,
  /** Operator the line is with now, or `any` when it is new or may change. */
  operatorId: z.union([z.literal('any'), Slug]).default('any'),
  deviceKind: DeviceKind,
  /** Model of the device catalogue, or `unknown`. */
  deviceModelId: z.union([z.literal('unknown'), Slug]).default('unknown'),
  /** Market variant of that model, or `unknown`. */
  deviceVariantId: z.union([z.literal('unknown'), Slug]).default('unknown'),
});
export type Line = z.infer<typeof Line>;

/** How the family is ready to sign: `remote` rules out a visit to an office. */
export const SIGNING_CHANNELS = ['any', 'remote', 'in-person'] as const;

const issue = (path: (string | number)[], message: string) => ({
  code: 'custom' as const,
  path,
  message,
  input: undefined,
});

/** The people, lines and devices that a verdict is about. */
export const Household = z
  .strictObject({
    members: z.array(Member).min(1).max(MAX_MEMBERS),
    lines: z.array(Line).min(1).max(MAX_LINES),
    signing: z.enum(SIGNING_CHANNELS).default('any'),
    /** What the family means by sharing; either where absent. */
    sharing: Wish.optional(),
    /** Where the family is now, if elsewhere; changes advice, never the verdict. */
    presentRegionId: RegionId.optional(),
    /** Point `lon`, `lat` in the payer's region where the contract is: some places have terms of their own. */
    place: z
      .strictObject({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
      .optional(),
  })
  .superRefine((household, context) => {
    const memberIds = new Set(household.members.map((member) => member.id));
    if (memberIds.size < household.members.length) {
      context.addIssue(issue(['members'], 'two members have the same id'));
    }
    if (new Set(household.lines.map((line) => line.id)).size < household.lines.length) {
      context.addIssue(issue(['lines'], 'two lines have the same id'));
    }
    const payers = household.lines.filter((line) => line.payer).length;
    if (payers !== 1) {
      context.addIssue(issue(['lines'], `exactly one line is the payer's, not ${payers}`));
    }
    household.lines.forEach((line, index) => {
      for (const key of ['memberId', 'holderId'] as const) {
        const id = line[key];
        if (id !== undefined && !memberIds.has(id)) {
          context.addIssue(issue(['lines', index, key], `no member has the id ${id}`));
        }
      }
    });
  });
export type Household = z.infer<typeof Household>;
