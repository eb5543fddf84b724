import type { Dataset } from '../../../data/core/schema/dataset.ts';
import { DEVICE_KINDS, type DeviceModel } from '../../../data/core/schema/device.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Plan } from '../../../data/core/schema/plan.ts';
import type { Place } from '../../../data/core/schema/region.ts';
import { catalogueOf } from '../catalogue.ts';
import { languageTag } from '../languages.ts';
import { collatorOf, comma } from './format.ts';

/** Maker and model as people say them; the maker only once where the model is named after it: `Apple Watch SE`. */
export function deviceName({ brand, model }: Pick<DeviceModel, 'brand' | 'model'>): string {
  return model.startsWith(`${brand} `) ? model : `${brand} ${model}`;
}

/** What ids are called in one language. An unknown id gives `undefined`. */
export interface Names {
  region(id: string): string | undefined;
  operator(id: string): string | undefined;
  plan(id: string): string | undefined;
  /** A place or tariff terms inside a region. */
  exception(id: string): string | undefined;
  device(id: string): string | undefined;
  deviceKind(id: string): string | undefined;
  line(id: string): string | undefined;
  member(id: string): string | undefined;
}

/** Whose lines and members are named; the default household's are "adult 1" and so on by position. */
interface NameSource {
  dataset: Dataset;
  devices?: readonly DeviceModel[];
  household?: Household;
}

/** A plan as sold, with its meaning for readers of other languages. */
export function planName(plan: Plan, language: Language): string {
  return catalogueOf(language).labels.plan(plan.name, plan.meaning);
}

/** Names of everything in a dataset, and of a household's lines and members. */
export function createNames(named: NameSource, language: Language): Names {
  const { dataset, devices = [], household } = named;
  const { labels } = catalogueOf(language);
  const regions = new Map(dataset.regions.map((region) => [region.id, region.name[language]]));
  const operators = new Map(
    dataset.operators.map((operator) => [operator.id, operator.brand[language]]),
  );
  const plans = new Map(
    dataset.operators.flatMap((operator) =>
      operator.plans.map((plan) => [plan.id, planName(plan, language)] as const),
    ),
  );
  const exceptions = new Map(
    dataset.operators.flatMap((operator) =>
      operator.localExceptions.map((place) => [place.id, place.name[language]] as const),
    ),
  );
  const models = new Map(devices.map((model) => [model.id, deviceName(model)]));
  const kinds = new Map<string, string>(
    DEVICE_KINDS.map((kind) => [kind, labels.deviceKind[kind]]),
  );
  const lines = new Map(
    household?.lines.map((line, index) => [
      line.id,
      labels.line(index + 1) + comma(language) + labels.deviceKind[line.deviceKind],
    ]),
  );
  const members = new Map(
    household?.members.map((member, index) => [
      member.id,
      labels.member(member.ageBand, index + 1),
    ]),
  );
  return {
    region: (id) => regions.get(id),
    operator: (id) => operators.get(id),
    plan: (id) => plans.get(id),
    exception: (id) => exceptions.get(id),
    device: (id) => models.get(id),
    deviceKind: (id) => kinds.get(id),
    line: (id) => lines.get(id),
    member: (id) => members.get(id),
  };
}

/** Items in the order that readers of the language look names up in; ids are in that of English. */
export function byName<T>(
  language: Language,
  items: readonly T[],
  nameOf: (item: T) => string,
): T[] {
  const collator = collatorOf(languageTag(language), { numeric: true });
  return items.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));
}

/** Name of a settlement in a language; the English one where GeoNames has none in it. */
export function placeName({ name }: Pick<Place, 'name'>, language: Language): string {
  const names: Partial<Record<Language, string | undefined>> = name;
  return names[language] ?? name.en;
}
