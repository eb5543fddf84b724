import { AGE_BANDS, MAX_MEMBERS, MAX_OTHER_NUMBERS } from '../../data/schema/household.ts';
import { CITIZENSHIPS } from '../../data/schema/law.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatNumber } from '../i18n/format.ts';
import type { FormProps } from './check-model.ts';
import { NumberField, SelectField } from './field.tsx';
import { addMember, changeMember, removeMember } from './household-state.ts';
import { RemoveButton } from './remove-button.tsx';

/** The people: ages as bands, citizenship as the law sees it, no names. */
export function MemberFields({ language, household, onChange }: FormProps) {
  const { check, things } = catalogueOf(language);
  const isFull = household.members.length >= MAX_MEMBERS;
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
                onRemove={() => onChange(removeMember(household, member.id))}
              />
            )}
          </div>
        </fieldset>
      ))}
      <button type="button" disabled={isFull} onClick={() => onChange(addMember(household))}>
        {check.addPerson}
      </button>{' '}
      {isFull && <span class="hint">{check.full}</span>}
    </section>
  );
}
