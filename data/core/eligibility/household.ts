import {
  type AgeBand,
  type Household,
  type Line,
  MAX_LINES,
  MAX_MEMBERS,
  type Member,
} from '../schema/household.ts';
import type { RegionId } from '../schema/ids.ts';

/**
 * The household that the map speaks of: two adults, one of them the payer, and a teenager, Russian citizens, each
 * with a phone of their own and a contract in the region, free to choose the operator. Their phones are not named,
 * which the `device` axis answers with "look for an EID": it never makes a region worse than `partial`.
 */
export function defaultHousehold(regionId: RegionId): Household {
  return {
    members: [
      { id: 'adult-1', ageBand: 'adult', citizenship: 'russian', otherNumbers: 0 },
      { id: 'adult-2', ageBand: 'adult', citizenship: 'russian', otherNumbers: 0 },
      { id: 'teen-1', ageBand: '14-17', citizenship: 'russian', otherNumbers: 0 },
    ],
    lines: ['adult-1', 'adult-2', 'teen-1'].map((memberId, index) => ({
      id: `${memberId}-phone`,
      memberId,
      payer: index === 0,
      contractRegionId: regionId,
      operatorId: 'any',
      deviceKind: 'phone',
      deviceModelId: 'unknown',
      deviceVariantId: 'unknown',
    })),
    signing: 'any',
  };
}

/** A household in a few numbers, as an address can carry it; what is absent is as in the default household. */
export type HouseholdParameters = {
  regionId: RegionId;
  /** People in all, the children among them; default 3. Beyond two adults and the children they are teenagers. */
  members?: number | undefined;
  /** Children under 14 among the members, default 0. */
  children?: number | undefined;
  /** Foreign citizens among the members, default 0; the payer is the last of those who can hold a line. */
  foreign?: number | undefined;
  /** Watches with a line of their own, default 0. A member has at most one. */
  watch?: number | undefined;
  /** Tablets with a line of their own, default 0. A member has at most one. */
  tablet?: number | undefined;
  /** Operator that all lines are with, default `any`. */
  operatorId?: string | undefined;
};

/** A parameter that cannot be, in words for the person who wrote it. */
type ParameterProblem = { parameter: keyof HouseholdParameters; message: string };

const DEFAULT_MEMBERS = 3;
const ADULTS = 2;

/** Builds the household that simple parameters describe, or says everything that is wrong with them. */
export function householdFromParameters(
  parameters: HouseholdParameters,
): { household: Household } | { problems: ParameterProblem[] } {
  const { members = DEFAULT_MEMBERS, children = 0, foreign = 0 } = parameters;
  const { watch = 0, tablet = 0, operatorId = 'any', regionId } = parameters;
  const problems = problemsOf({ members, children, foreign, watch, tablet });
  if (problems.length > 0) return { problems };
  const people = nameMembers(members, children, foreign);
  const line = lineIn(regionId, operatorId);
  const lines = [
    ...people.map(({ id }) => line(id, 'phone')),
    ...people.slice(0, watch).map(({ id }) => line(id, 'watch')),
    ...people.slice(0, tablet).map(({ id }) => line(id, 'tablet')),
  ];
  return {
    household: {
      ...defaultHousehold(regionId),
      members: people,
      lines: lines.map((entry, index) => ({ ...entry, payer: index === 0 })),
    },
  };
}

type Counts = Record<'members' | 'children' | 'foreign' | 'watch' | 'tablet', number>;

function problemsOf(counts: Counts): ParameterProblem[] {
  const { members, watch, tablet } = counts;
  const limits: [keyof Counts, number, number, string][] = [
    ['members', 1, MAX_MEMBERS, ''],
    ['children', 0, members - 1, ': one of the members is an adult who pays'],
    ['foreign', 0, members, ': as many as there are members'],
    ['watch', 0, members, ': one for each member'],
    ['tablet', 0, members, ': one for each member'],
  ];
  const problems = limits.flatMap(([parameter, from, to, why]) => {
    const value = counts[parameter];
    if (Number.isInteger(value) && value >= from && value <= to) return [];
    const message = `expected a whole number from ${from} to ${to}${why}, not ${value}`;
    return [{ parameter, message }];
  });
  if (problems.length === 0 && members + watch + tablet > MAX_LINES) {
    const message = `phones, watches and tablets together make more than ${MAX_LINES} lines`;
    problems.push({ parameter: 'members', message });
  }
  return problems;
}

/** Adults, then teenagers, then children; foreigners are counted from the second adult on, the payer and children last. */
function nameMembers(members: number, children: number, foreign: number): Member[] {
  const adults = Math.min(ADULTS, members - children);
  const teens = members - children - adults;
  const group = (count: number, name: string, ageBand: Member['ageBand']) =>
    Array.from({ length: count }, (_, index) => ({ id: `${name}-${index + 1}`, ageBand }));
  const people = [
    ...group(adults, 'adult', 'adult'),
    ...group(teens, 'teen', '14-17'),
    ...group(children, 'child', 'under-14'),
  ];
  const holders = people.slice(0, adults + teens);
  const order = [...holders.slice(1), ...holders.slice(0, 1), ...people.slice(adults + teens)];
  const foreigners = new Set(order.slice(0, foreign));
  return people.map((person) => ({
    ...person,
    citizenship: foreigners.has(person) ? ('foreign' as const) : ('russian' as const),
    otherNumbers: 0,
  }));
}

function lineIn(contractRegionId: RegionId, operatorId: string) {
  return (memberId: string, deviceKind: Line['deviceKind']): Line => ({
    id: `${memberId}-${deviceKind}`,
    memberId,
    payer: false,
    contractRegionId,
    operatorId,
    deviceKind,
    deviceModelId: 'unknown',
    deviceVariantId: 'unknown',
  });
}

/** Contract regions of lines, each once. */
export function contractRegions(lines: readonly Line[]): RegionId[] {
  return [...new Set(lines.map((line) => line.contractRegionId))];
}

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

/** A household with one line changed; the same where it has no such line. */
export function changeLine(household: Household, lineId: string, change: Partial<Line>): Household {
  return {
    ...household,
    lines: household.lines.map((line) => (line.id === lineId ? { ...line, ...change } : line)),
  };
}
