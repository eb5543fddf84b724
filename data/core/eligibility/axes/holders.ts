import type { AgeBand, Household, Line, Member } from '../../schema/household.ts';

/** Youngest age, in whole years, in each band. */
const BAND_FROM: Readonly<Record<AgeBand, number>> = { 'under-14': 0, '14-17': 14, adult: 18 };

/** Whether everybody in an age band has reached an age. */
export function hasReached(ageBand: AgeBand, years: number): boolean {
  return BAND_FROM[ageBand] >= years;
}

/** Member with an id; a parsed household has one for every id it names. */
export function memberOf(household: Household, memberId: string): Member | undefined {
  return household.members.find((member) => member.id === memberId);
}

/** The line whose plan is shared. */
export function payerLine(household: Household): Line | undefined {
  return household.lines.find((line) => line.payer);
}

/**
 * Who signs the contract of a line: whoever it names, else its user, else, for a child under 14, whoever holds the
 * payer's line. May still be a child: the `customer` axis says so.
 */
export function holderOf(household: Household, line: Line): Member | undefined {
  if (line.holderId !== undefined) return memberOf(household, line.holderId);
  const user = memberOf(household, line.memberId);
  if (user?.ageBand !== 'under-14') return user;
  const payer = payerLine(household);
  return payer === undefined ? user : memberOf(household, payer.holderId ?? payer.memberId);
}

/** Members who hold at least one of a household's lines, or of some of them, in member order. */
export function holdersOf(
  household: Household,
  lines: readonly Line[] = household.lines,
): Member[] {
  const holders = new Set(lines.map((line) => holderOf(household, line)));
  return household.members.filter((member) => holders.has(member));
}

/** Those of a household's lines, or of some of them, that a member holds; children's lines among them. */
export function linesHeldBy(
  household: Household,
  memberId: string,
  lines: readonly Line[] = household.lines,
): Line[] {
  return lines.filter((line) => holderOf(household, line)?.id === memberId);
}
