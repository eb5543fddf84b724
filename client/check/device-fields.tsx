import { DEVICE_KINDS } from '../../data/schema/device.ts';
import type { Line } from '../../data/schema/household.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import type { FormProps } from './check-model.ts';
import { SelectField } from './field.tsx';
import { changeLine } from './household-state.ts';

/** Kind, model and market variant of a line's device; the catalogue is a press list, so "not sure" stays first. */
export function DeviceFields({ line, ...props }: FormProps & { line: Line }) {
  const { devices, language, household, onChange } = props;
  const { check, things } = catalogueOf(language);
  const collator = new Intl.Collator(language, { numeric: true });
  const models = devices
    .filter((model) => model.kind === line.deviceKind)
    .map((model): [string, string] => [model.id, `${model.brand} ${model.model}`])
    .sort(([, a], [, b]) => collator.compare(a, b));
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
      {models.length > 0 && (
        <SelectField
          label={check.model}
          value={line.deviceModelId}
          options={[['unknown', check.modelUnknown], ...models]}
          onChoose={(deviceModelId) => change({ deviceModelId, deviceVariantId: 'unknown' })}
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
              [variant.market, ...variant.modelCodes].join(', '),
            ]),
          ]}
          onChoose={(deviceVariantId) => change({ deviceVariantId })}
        />
      )}
    </>
  );
}
