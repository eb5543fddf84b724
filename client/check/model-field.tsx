import { useState } from 'preact/hooks';
import type { DeviceModel } from '../../data/schema/device.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { deviceName } from '../i18n/device-name.ts';
import { type FoundDevice, findDevice } from './find-device.ts';

/**
 * A choice among many models by typing: a plain input with suggestions, so that every keyboard and screen reader
 * knows it. What is no model of the list counts as unknown and is said to be so; of a code is said what it stands for.
 */
export function ModelField(props: {
  id: string;
  language: Language;
  models: readonly DeviceModel[];
  modelId: string;
  onChoose(found: FoundDevice | undefined): void;
}) {
  const { id, language, models, modelId, onChoose } = props;
  const { check } = catalogueOf(language);
  const chosen = models.find((model) => model.id === modelId);
  const [typed, setTyped] = useState(chosen === undefined ? '' : deviceName(chosen));
  const found = findDevice(models, typed);
  const hint = (): string | undefined => {
    if (typed.trim() === '') return undefined;
    if (found === undefined) return check.modelNotListed;
    return (
      found.variantId && check.modelOfCode(typed.trim().toUpperCase(), deviceName(found.model))
    );
  };
  return (
    <label>
      {check.model}
      <input
        list={`${id}-models`}
        value={typed}
        placeholder={check.modelUnknown}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onChoose(findDevice(models, event.currentTarget.value));
        }}
      />
      <datalist id={`${id}-models`}>
        {models.map((model) => (
          <option key={model.id} value={deviceName(model)} />
        ))}
      </datalist>
      <span id={`${id}-hint`} class="hint" role="status">
        {hint()}
      </span>
    </label>
  );
}
