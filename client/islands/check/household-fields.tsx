import { useState } from 'preact/hooks';
import {
  AGE_BANDS,
  MAX_MEMBERS,
  MAX_OTHER_NUMBERS,
  SIGNING_CHANNELS,
} from '../../../data/core/schema/household.ts';
import { CITIZENSHIPS } from '../../../data/core/schema/law.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatNumber } from '../../i18n/grammar/format.ts';
import { type FormProps, regionOptions } from './check-model.ts';
import { AddButton, NumberField, RemoveButton, SelectField } from './field.tsx';
import { addMember, changeMember, removeMember } from './household-state.ts';

/** What is said of the family as a whole. */
export function HouseholdFields({ dataset, language, household, onChange }: FormProps) {
  const { check } = catalogueOf(language);
  return (
    <section aria-labelledby="more">
      <h2 id="more">{check.more}</h2>
      <div class="row">
        <SelectField
          label={check.signing}
          value={household.signing}
          options={SIGNING_CHANNELS.map((channel) => [channel, check.signings[channel]])}
          onChoose={(value) => {
            const signing = SIGNING_CHANNELS.find((channel) => channel === value);
            if (signing) onChange({ ...household, signing });
          }}
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
    </section>
  );
}

/** The people: ages as bands, citizenship as the law sees it, no names. */
export function MemberFields({ language, household, onChange }: FormProps) {
  const { check, things } = catalogueOf(language);
  const [said, setSaid] = useState('');
  const isFull = household.members.length >= MAX_MEMBERS;
  const add = (): void => {
    const next = addMember(household);
    const hasLine = next.lines.length > household.lines.length;
    setSaid(check.addedPerson(next.members.length, hasLine ? next.lines.length : undefined));
    onChange(next);
  };
  const remove = (memberId: string, position: number): void => {
    const hasLines = household.lines.some((line) => line.memberId === memberId);
    setSaid(check.removedPerson(position, hasLines));
    onChange(removeMember(household, memberId));
  };
  return (
    <section aria-labelledby="people">
      <h2 id="people">{check.people}</h2>
      {household.members.map((member, index) => (
        <fieldset key={member.id}>
          <legend>{check.person(index + 1)}</legend>
          <div class="row">
            <SelectField
              label={check.age}
              value={member.ageBand}
              options={AGE_BANDS.map((band) => [band, things.ageBand[band]])}
              onChoose={(value) => {
                const ageBand = AGE_BANDS.find((band) => band === value);
                if (ageBand) onChange(changeMember(household, member.id, { ageBand }));
              }}
            />
            <SelectField
              label={check.citizenship}
              value={member.citizenship}
              options={CITIZENSHIPS.map((each) => [each, things.citizenship[each]])}
              onChoose={(value) => {
                const citizenship = CITIZENSHIPS.find((each) => each === value);
                if (citizenship) onChange(changeMember(household, member.id, { citizenship }));
              }}
            />
            <NumberField
              label={check.otherNumbers}
              value={member.otherNumbers}
              max={MAX_OTHER_NUMBERS}
              refusal={check.wholeNumber(
                formatNumber(language, MAX_OTHER_NUMBERS),
                formatNumber(language, member.otherNumbers),
              )}
              onChoose={(otherNumbers) =>
                onChange(changeMember(household, member.id, { otherNumbers }))
              }
            />
            {household.members.length > 1 && (
              <RemoveButton
                label={check.remove(check.person(index + 1))}
                onRemove={() => remove(member.id, index + 1)}
              />
            )}
          </div>
        </fieldset>
      ))}
      <AddButton
        label={check.addPerson}
        count={household.members.length}
        isFull={isFull}
        full={check.full}
        said={said}
        onAdd={add}
      />
    </section>
  );
}
