import { useState } from 'preact/hooks';
import {
  DEVICE_KINDS,
  type DeviceModel,
  type DeviceVariant,
} from '../../../data/core/schema/device.ts';
import type { Line } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { listComma } from '../../i18n/grammar/format.ts';
import { byName, deviceName } from '../../i18n/grammar/names.ts';
import type { FormProps } from './check-model.ts';
import { SelectField } from './field.tsx';
import { type FoundDevice, findDevice } from './find-device.ts';
import { changeLine } from './household-state.ts';

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

type DeviceProps = FormProps & { line: Line };

/** `материковый Китай, Гонконг, Макао: eSIM нет (A2634)` */
function variantText(variant: DeviceVariant, language: Language): string {
  const { check } = catalogueOf(language);
  return check.variantOption(
    variant.market[language],
    check.esim[variant.esim],
    variant.modelCodes.join(listComma(language)),
  );
}

/** Kind, model and market variant of a line's device; the catalogue is a press list, so "not sure" is always there. */
export function DeviceFields({ line, ...props }: DeviceProps) {
  const { devices, language, household, onChange } = props;
  const { check, things } = catalogueOf(language);
  const ofKind = devices.filter((model) => model.kind === line.deviceKind);
  const models = byName(language, ofKind, deviceName);
  const variants = devices.find((model) => model.id === line.deviceModelId)?.variants ?? [];
  const change = (values: Partial<Line>) => onChange(changeLine(household, line.id, values));
  return (
    <>
      <SelectField
        label={check.device}
        value={line.deviceKind}
        options={DEVICE_KINDS.map((kind) => [kind, things.deviceKind[kind]])}
        onChoose={(value) => {
          const deviceKind = DEVICE_KINDS.find((kind) => kind === value);
          if (deviceKind) {
            change({ deviceKind, deviceModelId: 'unknown', deviceVariantId: 'unknown' });
          }
        }}
      />
      {models.length > 1 && (
        <ModelField
          key={line.deviceKind}
          id={`${line.id}-device`}
          language={language}
          models={models}
          modelId={line.deviceModelId}
          onChoose={(found) => {
            const deviceModelId = found?.model.id ?? 'unknown';
            const isSame = deviceModelId === line.deviceModelId && !found?.variantId;
            if (!isSame) change({ deviceModelId, deviceVariantId: found?.variantId ?? 'unknown' });
          }}
        />
      )}
      {variants.length > 0 && (
        <SelectField
          label={check.variant}
          value={line.deviceVariantId}
          options={[
            ['unknown', check.variantUnknown],
            ...variants.map((variant): [string, string] => [
              variant.id,
              variantText(variant, language),
            ]),
          ]}
          onChoose={(deviceVariantId) => change({ deviceVariantId })}
        />
      )}
    </>
  );
}

/** What is known of the chosen model and variant, in words, and where its variant is printed. */
export function DeviceNotes({ line, devices, language }: DeviceProps) {
  const { check, deviceNotes } = catalogueOf(language);
  const model = devices.find(({ id }) => id === line.deviceModelId);
  if (model === undefined) return null;
  const variant = model.variants.find(({ id }) => id === line.deviceVariantId);
  const codes = new Set([...model.noteCodes, ...(variant?.noteCodes ?? [])]);
  return (
    <ul class="hint">
      {variant === undefined ? (
        <li>{check.esimOf(deviceName(model), check.esim[model.esim])}</li>
      ) : (
        <li>{check.esimOf(deviceName(model), variantText(variant, language))}</li>
      )}
      {variant === undefined && model.variants.length > 1 && <li>{check.variantWhere}</li>}
      {[...codes].map((code) => (
        <li key={code}>{deviceNotes[code]}</li>
      ))}
    </ul>
  );
}

/** The check that settles what no list can: the number of the chip, shown by the device itself. */
export function EidHelp({ language }: { language: Language }) {
  const { check } = catalogueOf(language);
  return (
    <details class="op">
      <summary>{check.eid.title}</summary>
      <p>{check.eid.dial}</p>
      <dl class="ax">
        {check.eid.places.map(([system, path]) => (
          <div key={system}>
            <dt>{system}</dt>
            <dd>{path}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{check.eid.none}</p>
    </details>
  );
}
