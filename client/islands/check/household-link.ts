import { DEVICE_KINDS } from '../../../data/core/schema/device.ts';
import {
  AGE_BANDS,
  Household,
  type Line,
  type Member,
  SIGNING_CHANNELS,
} from '../../../data/core/schema/household.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';

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
