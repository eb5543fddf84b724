import { DEVICE_KINDS, type DeviceVariant } from '../../data/schema/device.ts';
import type { Line } from '../../data/schema/household.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { byName } from '../i18n/by-name.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { deviceName } from '../i18n/device-name.ts';
import { listComma } from '../i18n/format.ts';
import type { FormProps } from './check-model.ts';
import { SelectField } from './field.tsx';
import { changeLine } from './household-state.ts';
import { ModelField } from './model-field.tsx';

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
