import { useState } from 'preact/hooks';
import type { DeviceModel } from '../../data/schema/device.ts';

/** Name under which a model is looked for. */
export function modelName(model: Pick<DeviceModel, 'brand' | 'model'>): string {
  return `${model.brand} ${model.model}`;
}

/** The model that a reader means: its whole name, or the name without the brand where only one has it. */
export function findModel(models: readonly DeviceModel[], typed: string): DeviceModel | undefined {
  const wanted = typed.trim().replace(/\s+/g, ' ').toLowerCase();
  const whole = models.find((model) => modelName(model).toLowerCase() === wanted);
  const short = models.filter((model) => model.model.toLowerCase() === wanted);
  return whole ?? (short.length === 1 ? short[0] : undefined);
}

/**
 * A choice among many models by typing: a plain input with suggestions, so that every keyboard and screen reader
 * knows it. What is no model of the list counts as unknown and is said to be so.
 */
export function ModelField(props: {
  id: string;
  label: string;
  placeholder: string;
  notListed: string;
  models: readonly DeviceModel[];
  modelId: string;
  onChoose(modelId: string): void;
}) {
  const { id, label, placeholder, notListed, models, modelId, onChoose } = props;
  const chosen = models.find((model) => model.id === modelId);
  const [typed, setTyped] = useState(chosen === undefined ? '' : modelName(chosen));
  const isKnown = typed.trim() === '' || findModel(models, typed) !== undefined;
  return (
    <label>
      {label}
      <input
        list={`${id}-models`}
        value={typed}
        placeholder={placeholder}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onChoose(findModel(models, event.currentTarget.value)?.id ?? 'unknown');
        }}
      />
      <datalist id={`${id}-models`}>
        {models.map((model) => (
          <option key={model.id} value={modelName(model)} />
        ))}
      </datalist>
      <span id={`${id}-hint`} class="hint" role="status">
        {!isKnown && notListed}
      </span>
    </label>
  );
}
