import { useState } from 'preact/hooks';
import { DEVICE_KINDS, type DeviceVariant } from '../../../data/core/schema/device.ts';
import type { Line } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { listComma } from '../../i18n/grammar/format.ts';
import { deviceName } from '../../i18n/grammar/names.ts';
import { type DeviceChoice, DeviceField } from './device-field.tsx';
import { changeLine } from './edit-household.ts';
import { SelectField } from './field.tsx';
import type { FormProps } from './form-props.ts';

type DeviceProps = FormProps & { line: Line };

/** What stands in the field is no device of the list: the kind stays as it was. */
const NO_MODEL = { kind: undefined, modelId: 'unknown', variantId: 'unknown' };

/** `материковый Китай, Гонконг, Макао: eSIM нет (A2634)` */
function variantText(variant: DeviceVariant, language: Language): string {
  const { check } = catalogueOf(language);
  return check.variantOption(
    variant.market[language],
    check.esim[variant.esim],
    variant.modelCodes.join(listComma(language)),
  );
}

/** Kind, model and market variant of a line's device; no catalogue is whole, so "not sure" is always there. */
export function DeviceFields({ line, ...props }: DeviceProps) {
  const { devices, language, household, onChange } = props;
  const { check, labels } = catalogueOf(language);
  // Another kind starts the field afresh.
  const [round, setRound] = useState(0);
  const model = devices.state.models.find(({ id }) => id === line.deviceModelId);
  const variants = model?.variants ?? [];
  const change = (values: Partial<Line>) => onChange(changeLine(household, line.id, values));
  const choose = (choice: DeviceChoice | undefined): void => {
    const { kind, modelId, variantId } = choice ?? NO_MODEL;
    const isSame = modelId === line.deviceModelId && variantId === 'unknown';
    if (isSame && (kind ?? line.deviceKind) === line.deviceKind) return;
    change({
      deviceKind: kind ?? line.deviceKind,
      deviceModelId: modelId,
      deviceVariantId: variantId,
    });
  };
  return (
    <>
      <SelectField
        label={check.device}
        value={line.deviceKind}
        options={DEVICE_KINDS.map((kind) => [kind, labels.deviceKind[kind]])}
        onChoose={(deviceKind) => {
          setRound(round + 1);
          change({ deviceKind, deviceModelId: 'unknown', deviceVariantId: 'unknown' });
        }}
      />
      <DeviceField
        key={round}
        language={language}
        devices={devices}
        kind={line.deviceKind}
        name={model === undefined ? '' : deviceName(model)}
        onChoose={choose}
      />
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
  const model = devices.state.models.find(({ id }) => id === line.deviceModelId);
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

/** The check that is sure where no list is: the number of the chip, shown by the device itself. */
export function EidHelp({ language }: { language: Language }) {
  const { check } = catalogueOf(language);
  return (
    <details class="op" aria-label={check.eid.title}>
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
