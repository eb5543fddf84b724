import type { Dataset } from '../../data/schema/dataset.ts';
import type { DeviceModel } from '../../data/schema/device.ts';
import type { Household } from '../../data/schema/household.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { deviceName } from '../i18n/device-name.ts';
import { formatDate } from '../i18n/format.ts';
import { SourceLink } from '../ui/card/source-link.tsx';

/** Where it is known from whether the named models have eSIM: no claim of an operator says so. */
export function DeviceSources(props: {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  language: Language;
  household: Household;
}) {
  const { dataset, devices, language, household } = props;
  const { evidence } = catalogueOf(language);
  const named = new Set(household.lines.map((line) => line.deviceModelId));
  const models = devices.filter(({ id, sourceIds }) => named.has(id) && sourceIds.length > 0);
  if (models.length === 0) return null;
  return (
    <ul class="ev">
      {models.map((model) => (
        <li key={model.id}>
          {deviceName(model)}
          {dataset.sources
            .filter(({ id }) => model.sourceIds.includes(id))
            .map((source) => (
              <small key={source.id}>
                <SourceLink source={source} language={language} />
                {evidence.confidence[source.confidence]} ·{' '}
                {source.observedOn === undefined
                  ? evidence.freshness.undated
                  : evidence.observed(formatDate(language, source.observedOn))}
              </small>
            ))}
        </li>
      ))}
    </ul>
  );
}
