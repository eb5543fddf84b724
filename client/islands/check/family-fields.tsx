import {
  type Household,
  type Line,
  type Member,
  SIGNING_CHANNELS,
} from '../../../data/core/schema/household.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { EidHelp } from './device-fields.tsx';
import { moveHome } from './edit-household.ts';
import { SelectField } from './field.tsx';
import { type FormProps, regionOptions } from './form-props.ts';
import { homeRegion } from './household-address.ts';

/** The two questions everyone answers: where the contract is made, and what the family is like. */
export function StartFields({ dataset, language, household, onChange }: FormProps) {
  const { check } = catalogueOf(language);
  const home = homeRegion(household);
  const pressed = presetOf(household);
  return (
    <section aria-labelledby="start">
      <h2 id="start" class="vh">
        {check.start}
      </h2>
      <SelectField
        label={check.homeRegion}
        value={home}
        options={[['', check.chooseRegion], ...regionOptions(dataset, language)]}
        onChoose={(regionId) => onChange(moveHome(household, regionId))}
      />
      <p id="presets">{check.presetsTitle}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons are no fields */}
      <div class="acts" role="group" aria-labelledby="presets">
        {PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={preset === pressed}
            onClick={() => onChange(presetHousehold(preset, home))}
          >
            {check.preset[preset]}
          </button>
        ))}
      </div>
    </section>
  );
}

/** Families that many start from; everything in them can be changed afterwards. */
export const PRESETS = [
  'adults-and-child',
  'couple-with-watch',
  'three-generations',
  'students',
] as const;
type Preset = (typeof PRESETS)[number];

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

/** What is said of the family as a whole, folded: most leave it as it is. */
export function MoreFields({ dataset, language, household, onChange }: FormProps) {
  const { check } = catalogueOf(language);
  return (
    <details class="op" aria-label={check.more}>
      <summary>{check.more}</summary>
      <div class="row">
        <SelectField
          label={check.signing}
          value={household.signing}
          options={SIGNING_CHANNELS.map((channel) => [channel, check.signings[channel]])}
          onChoose={(signing) => onChange({ ...household, signing })}
        />
        <SelectField
          label={check.present}
          value={household.presentRegionId ?? ''}
          options={[['', check.presentSame], ...regionOptions(dataset, language)]}
          onChoose={(value) =>
            onChange({ ...household, presentRegionId: value === '' ? undefined : value })
          }
        />
      </div>
      <EidHelp language={language} />
    </details>
  );
}
