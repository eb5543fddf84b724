import { catalogueOf } from '../../i18n/catalogue.ts';
import { type FormProps, regionOptions } from './check-model.ts';
import { SelectField } from './field.tsx';
import { homeRegion } from './household-link.ts';
import { moveHome } from './household-state.ts';
import { PRESETS, presetHousehold, presetOf } from './presets.ts';

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
