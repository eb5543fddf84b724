import { useLayoutEffect, useState } from 'preact/hooks';
import { defaultHousehold } from '../../../data/core/eligibility/household.ts';
import { DEVICE_KINDS } from '../../../data/core/schema/device.ts';
import {
  AGE_BANDS,
  Household,
  type Line,
  type Member,
  SIGNING_CHANNELS,
} from '../../../data/core/schema/household.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';
import { lastRegion, rememberRegion } from '../common/last-region.ts';

/**
 * A household as a short text for the fragment of an address, `TA~a.P~a.p~t.p`: the payer's region without its prefix
 * (`-` while none is chosen), then people, each an age, what is special, and a dot before each line. A capital letter
 * is the payer's line. Fragments stay in the browser (RFC 3986 3.5); every character used is unreserved there or a
 * sub-delimiter, and the last one is never one that messengers leave outside a link.
 */
const AGES = { adult: 'a', '14-17': 't', 'under-14': 'c' } as const;
const KINDS = { phone: 'p', tablet: 't', watch: 'w', 'childrens-watch': 'k', car: 'c' } as const;
const SIGNING = { any: '', remote: 'r', 'in-person': 'i' } as const;

/** Region of a line before the reader has chosen one; such a household has no answer. */
export const NO_REGION = '';

const ID = '[a-z0-9-]+';
const REGION = '-|[A-Z]{2,3}';
const HEAD = new RegExp(`^(${REGION})([ri]?)(?:_([A-Z]{2,3}))?$`);
const MEMBER = /^([atc])(f?)(\d*)$/;
const LINE = new RegExp(
  `^([ptwkc])(?:_(${ID}))?(?:!(${ID}))?(?:@(${ID}))?(?:,(${REGION}))?(?:'(\\d+))?$`,
  'i',
);

const keyOf = <K extends string>(
  letters: Readonly<Record<K, string>>,
  keys: readonly K[],
  letter: string,
) => keys.find((key) => letters[key] === letter);

const regionText = (id: string): string => (id === NO_REGION ? '-' : id.replace(/^RU-/, ''));
const regionOf = (text: string): RegionId => (text === '-' ? NO_REGION : `RU-${text}`);

function lineText(line: Line, household: Household, home: RegionId): string {
  const kind = KINDS[line.deviceKind];
  const holder = household.members.findIndex(({ id }) => id === line.holderId);
  return [
    line.payer ? kind.toUpperCase() : kind,
    line.deviceModelId !== 'unknown' && `_${line.deviceModelId}`,
    line.deviceVariantId !== 'unknown' && `!${line.deviceVariantId}`,
    line.operatorId !== 'any' && `@${line.operatorId}`,
    line.contractRegionId !== home && `,${regionText(line.contractRegionId)}`,
    holder >= 0 && `'${holder + 1}`,
  ]
    .filter(Boolean)
    .join('');
}

/** The text of a household; reading it back gives the same people and lines under ids of their positions. */
export function formatHousehold(household: Household): string {
  const home = household.lines.find(({ payer }) => payer)?.contractRegionId ?? NO_REGION;
  const present = household.presentRegionId;
  const people = household.members.map(({ id, ageBand, citizenship, otherNumbers }) =>
    [
      AGES[ageBand] +
        (citizenship === 'foreign' ? 'f' : '') +
        (otherNumbers === 0 ? '' : String(otherNumbers)),
      ...household.lines
        .filter(({ memberId }) => memberId === id)
        .map((line) => lineText(line, household, home)),
    ].join('.'),
  );
  const head =
    regionText(home) +
    SIGNING[household.signing] +
    (present === undefined ? '' : `_${regionText(present)}`);
  return [head, ...people].join('~');
}

function parseLine(text: string, home: RegionId): Omit<Line, 'id' | 'memberId'> | undefined {
  const match = LINE.exec(text);
  if (match === null) return undefined;
  const [, letter = '', model, variant, operator, region, holder] = match;
  const deviceKind = keyOf(KINDS, DEVICE_KINDS, letter.toLowerCase());
  if (deviceKind === undefined) return undefined;
  return {
    payer: letter !== letter.toLowerCase(),
    contractRegionId: region === undefined ? home : regionOf(region),
    operatorId: operator ?? 'any',
    deviceKind,
    deviceModelId: model ?? 'unknown',
    deviceVariantId: variant ?? 'unknown',
    ...(holder === undefined ? {} : { holderId: personId(Number(holder)) }),
  };
}

const personId = (position: number): string => `person-${position}`;

function parseMember(text: string, position: number): Member | undefined {
  const match = MEMBER.exec(text);
  if (match === null) return undefined;
  const [, age = '', foreign, others] = match;
  const ageBand = keyOf(AGES, AGE_BANDS, age);
  if (ageBand === undefined) return undefined;
  return {
    id: personId(position),
    ageBand,
    citizenship: foreign === 'f' ? 'foreign' : 'russian',
    otherNumbers: Number(others),
  };
}

/** The household of a text, `undefined` where it is cut short or of another kind. Regions are checked by the caller. */
export function parseHousehold(text: string): Household | undefined {
  const [head = '', ...people] = text.split('~');
  const match = HEAD.exec(head);
  if (match === null) return undefined;
  const [, region = '', signed, present] = match;
  const home = regionOf(region);
  const members: Member[] = [];
  const lines: Line[] = [];
  for (const [index, person] of people.entries()) {
    const [first = '', ...rest] = person.split('.');
    const member = parseMember(first, index + 1);
    if (member === undefined) return undefined;
    members.push(member);
    for (const each of rest) {
      const line = parseLine(each, home);
      if (line === undefined) return undefined;
      lines.push({ id: `line-${lines.length + 1}`, memberId: member.id, ...line });
    }
  }
  const household = {
    members,
    lines,
    signing: keyOf(SIGNING, SIGNING_CHANNELS, signed ?? '') ?? 'any',
    ...(present === undefined ? {} : { presentRegionId: regionOf(present) }),
  };
  return isWhole(household) ? household : undefined;
}

/** Whether a household is one that the rules take, apart from a region that is still to be chosen. */
function isWhole(household: Household): boolean {
  const lines = household.lines.map((line) => ({
    ...line,
    contractRegionId: line.contractRegionId === NO_REGION ? 'RU-MOW' : line.contractRegionId,
  }));
  return Household.safeParse({ ...household, lines }).success;
}

/** Region of the payer's contract, which is the family's; `NO_REGION` until one is chosen. */
export function homeRegion({ lines }: Household): RegionId {
  return (lines.find(({ payer }) => payer) ?? lines[0])?.contractRegionId ?? NO_REGION;
}

/** The household of the form, which the address holds. */
interface HouseholdInAddress {
  household: Household;
  /** Whether the reader has changed it: an answer that changes is announced. */
  isChanged: boolean;
  /** Whether the link that was opened last was to hold a household and held none. */
  isLost: boolean;
  /** Another number whenever all fields start afresh, so that nothing half typed outlives it. */
  round: number;
  change(next: Household): void;
  restart(): void;
}

/** Where a household is read from: fragment and query of the address, and what this device remembers. */
interface Place {
  hash: string;
  search: string;
  last: string | undefined;
}

type RegionIds = ReadonlySet<RegionId>;

const parametersOf = (text: string): URLSearchParams =>
  new URLSearchParams(text.replace(/^[#?]/, ''));

/** `#h=`, base64url of JSON, was the form of links until 2026-11; they go on working. */
function readOldForm(text: string): Household | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return Household.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}

/** The household that a fragment holds, whole and with known regions. */
export function householdIn(hash: string, regionIds: RegionIds): Household | undefined {
  const parameters = parametersOf(hash);
  const household =
    parseHousehold(parameters.get('f') ?? '') ?? readOldForm(parameters.get('h') ?? '');
  const isKnown = household?.lines.every(
    ({ contractRegionId: id }) => id === NO_REGION || regionIds.has(id),
  );
  return isKnown ? household : undefined;
}

/**
 * The household to start from: that of the fragment, else the default one in the region that the address names
 * (`#region=`, `?region=`), that was chosen last on this device, or in none: the capital is no default.
 */
export function startHousehold({ hash, search, last }: Place, regionIds: RegionIds): Household {
  const named = [parametersOf(hash).get('region'), parametersOf(search).get('region'), last];
  const region = named.find((id) => typeof id === 'string' && regionIds.has(id));
  return householdIn(hash, regionIds) ?? defaultHousehold(region ?? NO_REGION);
}

/** Whether a fragment was meant to hold a household but holds none: a link cut short or of another version. */
export function isDamaged(hash: string, regionIds: RegionIds): boolean {
  const parameters = parametersOf(hash);
  const isMeant = parameters.has('f') || parameters.has('h');
  return isMeant && householdIn(hash, regionIds) === undefined;
}

/** Whether a fragment is about a household at all; any other leads to a place on the page, past the header for one. */
export function isOfHousehold(hash: string): boolean {
  const parameters = parametersOf(hash);
  return hash.length < 2 || ['f', 'h', 'region'].some((name) => parameters.has(name));
}

const putIntoAddress = (household: Household): void =>
  history.replaceState(null, '', `#f=${formatHousehold(household)}`);

const here = (): Place => ({ hash: location.hash, search: location.search, last: lastRegion() });

/** Keeps the household and the fragment of the address alike. */
export function useHousehold(regionIds: RegionIds): HouseholdInAddress {
  const read = () => ({
    household: startHousehold(here(), regionIds),
    isLost: isDamaged(location.hash, regionIds),
  });
  const [state, setState] = useState(() => ({ ...read(), isChanged: false, round: 0 }));
  // With the drawing, not after it: what follows at once must find the household of now.
  useLayoutEffect(() => {
    const follow = (): void => {
      if (isOfHousehold(location.hash)) setState({ ...state, ...read(), round: state.round + 1 });
      else putIntoAddress(state.household);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [regionIds, state]);
  const set = (household: Household, round: number): void => {
    setState({ household, isChanged: true, isLost: false, round });
    putIntoAddress(household);
    const home = homeRegion(household);
    if (home !== NO_REGION) rememberRegion(home);
  };
  return {
    ...state,
    change: (next) => set(next, state.round),
    restart: () => set(defaultHousehold(homeRegion(state.household)), state.round + 1),
  };
}
