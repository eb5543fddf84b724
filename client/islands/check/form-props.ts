import { useEffect, useState } from 'preact/hooks';
import { isOutsideMap, servesFamiliesOn } from '../../../data/core/eligibility/operators.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { DeviceModel } from '../../../data/core/schema/device.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { DeviceSearch } from '../../../data/core/search/devices/device-search.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { comma } from '../../i18n/grammar/format.ts';
import { byName } from '../../i18n/grammar/names.ts';
import type { DeviceLookUp } from './device-look-up.ts';

/** What every part of the form is given. */
export interface FormProps {
  dataset: Dataset;
  devices: Devices;
  language: Language;
  household: Household;
  onChange(household: Household): void;
}

/** Options of a choice of region, in the order of the names. */
export function regionOptions(dataset: Dataset, language: Language): [string, string][] {
  const regions = byName(language, dataset.regions, ({ name }) => name[language]);
  return regions.map(({ id, name }) => [id, name[language]]);
}

/** Options of a choice of operator, in the order of the names: those that sell to families in a region of the map. */
export function operatorOptions(
  dataset: Dataset,
  language: Language,
  asOf: IsoDate,
): [string, string][] {
  const operators = dataset.operators.filter(
    (operator) => servesFamiliesOn(operator, asOf) && !isOutsideMap(dataset, operator.id),
  );
  const sorted = byName(language, operators, ({ brand }) => brand[language]);
  return sorted.map(({ id, brand }) => [id, brand[language]]);
}

/** People by position and age: `Человек 2, взрослый`. */
export function memberOptions(household: Household, language: Language): [string, string][] {
  const { check, labels } = catalogueOf(language);
  return household.members.map((member, index) => [
    member.id,
    check.person(index + 1) + comma(language) + labels.ageBand[member.ageBand],
  ]);
}

/** Where the catalogue of devices is: not asked for yet, loading, loaded, or failed. */
type DeviceState =
  | { status: 'idle' | 'loading' | 'failed'; models: readonly DeviceModel[] }
  | { status: 'ready'; models: readonly DeviceModel[]; search: DeviceSearch<DeviceModel> };

/** The catalogue for the form, and a call that asks for it; what failed is tried again by the next call. */
export interface Devices {
  state: DeviceState;
  want(): void;
}

/**
 * Loads the catalogue when somebody wants it, or at once where the household names a device.
 */
export function useDevices(load: () => Promise<DeviceLookUp>, isNamed: boolean): Devices {
  const [state, setState] = useState<DeviceState>({ status: 'idle', models: [] });
  const want = (): void => {
    if (state.status === 'loading' || state.status === 'ready') return;
    setState({ status: 'loading', models: [] });
    load().then(
      (found) => setState({ status: 'ready', ...found }),
      (error: unknown) => {
        console.warn(error);
        setState({ status: 'failed', models: [] });
      },
    );
  };
  useEffect(() => {
    if (isNamed) want();
  }, [isNamed]);
  return { state, want };
}
