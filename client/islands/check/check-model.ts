import { servesFamiliesOn } from '../../../data/core/eligibility/operators.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { isOutsideMap } from '../../components/outside-map.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { comma } from '../../i18n/grammar/format.ts';
import { byName } from '../../i18n/grammar/names.ts';
import type { Devices } from './use-devices.ts';

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
  const { check, things } = catalogueOf(language);
  return household.members.map((member, index) => [
    member.id,
    check.person(index + 1) + comma(language) + things.ageBand[member.ageBand],
  ]);
}
