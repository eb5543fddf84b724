import { SIGNING_CHANNELS } from '../../data/schema/household.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { type FormProps, regionOptions } from './check-model.ts';
import { SelectField } from './field.tsx';

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
