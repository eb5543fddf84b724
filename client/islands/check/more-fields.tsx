import { SIGNING_CHANNELS } from '../../../data/core/schema/household.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { type FormProps, regionOptions } from './check-model.ts';
import { EidHelp } from './device-fields.tsx';
import { SelectField } from './field.tsx';

/** What is said of the family as a whole, folded: most leave it as it is. */
export function MoreFields({ dataset, language, household, onChange }: FormProps) {
  const { check } = catalogueOf(language);
  return (
    <>
      <details class="op" aria-label={check.more}>
        <summary>{check.more}</summary>
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
        <EidHelp language={language} />
      </details>
    </>
  );
}
