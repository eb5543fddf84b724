import { defaultHousehold } from '../../../data/core/eligibility/household.ts';
import {
  Household,
  type Line,
  MAX_LINES,
  MAX_MEMBERS,
  type Member,
} from '../../../data/core/schema/household.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';

export { changeLine } from '../../../data/core/eligibility/outlook/apply-change.ts';

/** First id of the form `person-3` that nobody has. */
function freeId(prefix: string, taken: readonly { id: string }[]): string {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

/** A household with one more adult who has a phone of their own. */
export function addMember(household: Household): Household {
  if (household.members.length >= MAX_MEMBERS) return household;
  const id = freeId('person', household.members);
  const member: Member = { id, ageBand: 'adult', citizenship: 'russian', otherNumbers: 0 };
  return addLine({ ...household, members: [...household.members, member] }, id);
}

/** A household without a person and their lines; the last person stays. */
export function removeMember(household: Household, memberId: string): Household {
  if (household.members.length === 1) return household;
  const members = household.members.filter(({ id }) => id !== memberId);
  const lines = household.lines
    .filter((line) => line.memberId !== memberId)
    .map(({ holderId, ...line }) =>
      holderId === undefined || holderId === memberId ? line : { ...line, holderId },
    );
  const [first] = members;
  const kept = { ...household, members, lines };
  return withPayer(lines.length === 0 && first ? addLine(kept, first.id) : kept);
}

/** A household with one more phone line, in the payer's region. */
export function addLine(household: Household, memberId: string): Household {
  if (household.lines.length >= MAX_LINES) return household;
  const payer = household.lines.find((line) => line.payer) ?? household.lines[0];
  const line: Line = {
    id: freeId('line', household.lines),
    memberId,
    payer: false,
    contractRegionId: payer?.contractRegionId ?? 'RU-MOW',
    operatorId: 'any',
    deviceKind: 'phone',
    deviceModelId: 'unknown',
    deviceVariantId: 'unknown',
  };
  return withPayer({ ...household, lines: [...household.lines, line] });
}

/** A household without a line; the last one stays. */
export function removeLine(household: Household, lineId: string): Household {
  if (household.lines.length === 1) return household;
  return withPayer({ ...household, lines: household.lines.filter(({ id }) => id !== lineId) });
}

/** A household in which this line, and no other, pays. */
export function setPayer(household: Household, lineId: string): Household {
  return {
    ...household,
    lines: household.lines.map((line) => ({ ...line, payer: line.id === lineId })),
  };
}

/**
 * A household in which a line's contract is made in another region. The payer's takes along the lines of its former
 * region: whoever starts with their own region means the family's.
 */
export function moveLine(household: Household, lineId: string, regionId: RegionId): Household {
  const moved = household.lines.find(({ id }) => id === lineId);
  const former = moved?.payer ? moved.contractRegionId : undefined;
  return {
    ...household,
    lines: household.lines.map((line) =>
      line.id === lineId || line.contractRegionId === former
        ? { ...line, contractRegionId: regionId }
        : line,
    ),
  };
}

/** A household with one person changed. */
export function changeMember(
  household: Household,
  memberId: string,
  change: Partial<Member>,
): Household {
  return {
    ...household,
    members: household.members.map((member) =>
      member.id === memberId ? { ...member, ...change } : member,
    ),
  };
}

function withPayer(household: Household): Household {
  const [first] = household.lines;
  if (first === undefined || household.lines.some((line) => line.payer)) return household;
  return setPayer(household, first.id);
}

/**
 * A household as the fragment of an address, `#h=...`: base64url of its JSON. Fragments stay in the browser
 * (RFC 3986 3.5), so no server sees it.
 */
export function toFragment(household: Household): string {
  const bytes = new TextEncoder().encode(JSON.stringify(household));
  const text = btoa(String.fromCharCode(...bytes));
  return `#h=${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** The household of a fragment; `#region=RU-TA` starts with the default one. Anything else starts in Moscow. */
export function fromFragment(fragment: string, regionIds: ReadonlySet<RegionId>): Household {
  const parameters = parametersOf(fragment);
  const region = parameters.get('region') ?? '';
  return (
    readHousehold(parameters.get('h') ?? '', regionIds) ??
    defaultHousehold(regionIds.has(region) ? region : 'RU-MOW')
  );
}

/** Whether a fragment was meant to hold a household but holds none: a link cut short or of another version. */
export function isDamaged(fragment: string, regionIds: ReadonlySet<RegionId>): boolean {
  const text = parametersOf(fragment).get('h');
  return text !== null && readHousehold(text, regionIds) === undefined;
}

/** Whether a fragment is about a household at all; any other leads to a place on the page, past the header for one. */
export function isOfHousehold(fragment: string): boolean {
  const parameters = parametersOf(fragment);
  return fragment.length < 2 || parameters.has('h') || parameters.has('region');
}

function parametersOf(fragment: string): URLSearchParams {
  return new URLSearchParams(fragment.replace(/^#/, ''));
}

function readHousehold(text: string, regionIds: ReadonlySet<RegionId>): Household | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const { data } = Household.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    const isKnown = data?.lines.every((line) => regionIds.has(line.contractRegionId));
    return isKnown ? data : undefined;
  } catch {
    return undefined;
  }
}
