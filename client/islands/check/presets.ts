import type { Household, Line, Member } from '../../../data/core/schema/household.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';

/** Families that many start from; everything in them can be changed afterwards. */
export const PRESETS = [
  'adults-and-child',
  'couple-with-watch',
  'three-generations',
  'students',
] as const;
export type Preset = (typeof PRESETS)[number];

type Person = readonly [age: Member['ageBand'], ...devices: Line['deviceKind'][]];

const PEOPLE: Readonly<Record<Preset, readonly Person[]>> = {
  'adults-and-child': [
    ['adult', 'phone'],
    ['adult', 'phone'],
    ['under-14', 'phone'],
  ],
  'couple-with-watch': [
    ['adult', 'phone', 'watch'],
    ['adult', 'phone'],
  ],
  'three-generations': [
    ['adult', 'phone'],
    ['adult', 'phone'],
    ['14-17', 'phone'],
    ['adult', 'phone'],
    ['adult', 'phone'],
  ],
  students: [
    ['adult', 'phone'],
    ['adult', 'phone'],
    ['adult', 'phone'],
  ],
};

/** The household of a preset with all contracts in one region. */
export function presetHousehold(preset: Preset, regionId: RegionId): Household {
  const people = PEOPLE[preset];
  const lines = people.flatMap(([, ...devices], index) =>
    devices.map((deviceKind) => ({ memberId: `person-${index + 1}`, deviceKind })),
  );
  return {
    members: people.map(([ageBand], index) => ({
      id: `person-${index + 1}`,
      ageBand,
      citizenship: 'russian',
      otherNumbers: 0,
    })),
    lines: lines.map((line, index) => ({
      ...line,
      id: `line-${index + 1}`,
      payer: index === 0,
      contractRegionId: regionId,
      operatorId: 'any',
      deviceModelId: 'unknown',
      deviceVariantId: 'unknown',
    })),
    signing: 'any',
  };
}

/** The preset that a household still is, whatever its regions; for the button that shows as pressed. */
export function presetOf(household: Household): Preset | undefined {
  const bare = ({ members, lines, signing, presentRegionId }: Household) =>
    JSON.stringify([
      members.map(({ ageBand, citizenship, otherNumbers }) => [ageBand, citizenship, otherNumbers]),
      members.map(({ id }) =>
        lines
          .filter(({ memberId }) => memberId === id)
          .map((line) => [
            line.deviceKind,
            line.payer,
            line.operatorId,
            line.deviceModelId,
            line.holderId,
          ]),
      ),
      signing,
      presentRegionId,
    ]);
  return PRESETS.find((preset) => bare(presetHousehold(preset, '')) === bare(household));
}
