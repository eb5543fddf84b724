import * as z from 'zod';
import {
  DEVICE_KINDS,
  type DeviceModel,
  DeviceNoteCode,
  type DeviceVariant,
  EsimSupport,
} from '../../schema/device.ts';
import { Slug } from '../../schema/ids.ts';
import { LocalizedText } from '../../schema/localized-text.ts';

const index = z.int().nonnegative();
/** What is true of a model or a version, added up: 1 concluded, 2 no place for a plastic card, 4 a lead says `no`, 8 says `yes`. */
const flags = z.int().min(0).max(15);
const FLAG = { inferred: 1, esimOnly: 2, leadNo: 4, leadYes: 8 } as const;

/**
 * The catalogue of devices in columns for the browser: what repeats stands once in a table, and an id that follows from
 * the name is left out. A third of the bytes of a list of objects, compressed.
 */
export const CompactDevices = z.strictObject({
  spellings: z.record(z.string(), z.array(z.string())),
  brands: z.array(z.string()),
  markets: z.array(LocalizedText),
  noteSets: z.array(z.array(DeviceNoteCode)),
  sourceSets: z.array(z.array(Slug)),
  models: z.strictObject({
    /** Empty where `slugOf` makes it from the name. */
    id: z.array(z.string()),
    /** Index in `brands`. */
    brand: z.array(index),
    model: z.array(z.string()),
    /** Index in `DEVICE_KINDS`. */
    kind: z.array(index),
    /** Index in `EsimSupport`. */
    esim: z.array(index),
    flags: z.array(flags),
    /** Years after 2000; 0 where it is not known. */
    since: z.array(index),
    aliases: z.array(z.array(z.string())),
    sharedAliases: z.array(z.array(z.string())),
    /** Codes joined by spaces. */
    codes: z.array(z.string()),
    /** Index in `noteSets`. */
    notes: z.array(index),
    /** Index in `sourceSets`. */
    sources: z.array(index),
    /** Index in the set of sources, and the page of that source. */
    pages: z.array(z.array(z.tuple([index, z.string()]))),
    /** How many of the versions are this model's. */
    variants: z.array(index),
  }),
  variants: z.strictObject({
    /** Empty where `slugOf` makes it from the first code or the market. */
    id: z.array(z.string()),
    /** Index in `markets`. */
    market: z.array(index),
    esim: z.array(index),
    flags: z.array(flags),
    codes: z.array(z.string()),
    notes: z.array(index),
  }),
});
export type CompactDevices = z.infer<typeof CompactDevices>;

/** The catalogue as it is searched and weighed. */
export interface DeviceData {
  models: readonly DeviceModel[];
  /** How people write the words of names, under the word as makers print it. */
  spellings: Readonly<Record<string, readonly string[]>>;
}

/** Writes the catalogue in columns. The same catalogue gives the same columns. */
export function packDevices({ models, spellings }: DeviceData): CompactDevices {
  const variants = models.flatMap((model) => model.variants);
  const brands = tableOf(models.map(({ brand }) => brand));
  const markets = tableOf(variants.map(({ market }) => market));
  const noteSets = tableOf([...models, ...variants].map(({ noteCodes }) => noteCodes));
  const sourceSets = tableOf(models.map(({ sourceIds }) => sourceIds));
  const column = <T, V>(rows: readonly T[], value: (row: T) => V): V[] => rows.map(value);
  return {
    spellings: Object.fromEntries(Object.entries(spellings).map(([word, all]) => [word, [...all]])),
    brands: brands.values,
    markets: markets.values,
    noteSets: noteSets.values,
    sourceSets: sourceSets.values,
    models: {
      id: column(models, ({ id, ...name }) => (slugOf(nameOf(name)) === id ? '' : id)),
      brand: column(models, ({ brand }) => brands.indexOf(brand)),
      model: column(models, ({ model }) => model),
      kind: column(models, ({ kind }) => DEVICE_KINDS.indexOf(kind)),
      esim: column(models, ({ esim }) => EsimSupport.options.indexOf(esim)),
      flags: column(models, flagsOf),
      since: column(models, ({ since }) => (since === undefined ? 0 : since - 2000)),
      aliases: column(models, ({ aliases }) => aliases),
      sharedAliases: column(models, ({ sharedAliases }) => sharedAliases),
      codes: column(models, ({ modelCodes }) => modelCodes.join(' ')),
      notes: column(models, ({ noteCodes }) => noteSets.indexOf(noteCodes)),
      sources: column(models, ({ sourceIds }) => sourceSets.indexOf(sourceIds)),
      pages: column(models, ({ pages, sourceIds }) =>
        pages.map(({ sourceId, path }): [number, string] => [sourceIds.indexOf(sourceId), path]),
      ),
      variants: column(models, (model) => model.variants.length),
    },
    variants: {
      id: column(variants, (variant) => (variantSlug(variant) === variant.id ? '' : variant.id)),
      market: column(variants, ({ market }) => markets.indexOf(market)),
      esim: column(variants, ({ esim }) => EsimSupport.options.indexOf(esim)),
      flags: column(variants, flagsOf),
      codes: column(variants, ({ modelCodes }) => modelCodes.join(' ')),
      notes: column(variants, ({ noteCodes }) => noteSets.indexOf(noteCodes)),
    },
  };
}

/** Reads the columns back. @throws when a column is shorter than the names or an index leads nowhere. */
export function unpackDevices(compact: CompactDevices): DeviceData {
  const { models, variants, brands, markets, noteSets, sourceSets, spellings } = compact;
  const versions = variants.market.map((_, row): DeviceVariant => {
    const market = at(markets, at(variants.market, row));
    const modelCodes = codesOf(at(variants.codes, row));
    return {
      id: at(variants.id, row) || variantSlug({ market, modelCodes }),
      market,
      esim: at(EsimSupport.options, at(variants.esim, row)),
      ...flagged(at(variants.flags, row)),
      modelCodes,
      noteCodes: at(noteSets, at(variants.notes, row)),
    };
  });
  let next = 0;
  return {
    spellings,
    models: models.model.map((model, row): DeviceModel => {
      const brand = at(brands, at(models.brand, row));
      const since = at(models.since, row);
      const sourceIds = at(sourceSets, at(models.sources, row));
      const first = next;
      next += at(models.variants, row);
      return {
        id: at(models.id, row) || slugOf(nameOf({ brand, model })),
        brand,
        model,
        aliases: at(models.aliases, row),
        sharedAliases: at(models.sharedAliases, row),
        kind: at(DEVICE_KINDS, at(models.kind, row)),
        esim: at(EsimSupport.options, at(models.esim, row)),
        ...flagged(at(models.flags, row)),
        ...(since === 0 ? {} : { since: since + 2000 }),
        modelCodes: codesOf(at(models.codes, row)),
        variants: versions.slice(first, next),
        noteCodes: at(noteSets, at(models.notes, row)),
        sourceIds,
        pages: at(models.pages, row).map(([source, path]) => ({
          sourceId: at(sourceIds, source),
          path,
        })),
      };
    }),
  };
}

/** Maker and model as an id: small letters, digits and hyphens, `+` spelled out. */
function slugOf(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll('+', ' plus')
    .match(/[a-z0-9]+/g);
  return (words ?? []).join('-');
}

/** Maker and model; the maker once where the model is named after it: `Apple Watch SE`. */
function nameOf({ brand, model }: Pick<DeviceModel, 'brand' | 'model'>): string {
  return model.toLowerCase().startsWith(`${brand.toLowerCase()} `) ? model : `${brand} ${model}`;
}

function variantSlug({ market, modelCodes }: Pick<DeviceVariant, 'market' | 'modelCodes'>): string {
  return slugOf(modelCodes[0] ?? market.en);
}

function codesOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** Values without repeats, the most frequent first, and where each stands. */
function tableOf<T>(all: readonly T[]): { values: T[]; indexOf(value: T): number } {
  const counts = new Map<string, { value: T; count: number }>();
  for (const value of all) {
    const key = JSON.stringify(value);
    counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const ordered = [...counts].sort(([, a], [, b]) => b.count - a.count);
  const rows = new Map(ordered.map(([key], row) => [key, row]));
  return {
    values: ordered.map(([, { value }]) => value),
    indexOf: (value) => rows.get(JSON.stringify(value)) ?? -1,
  };
}

function flagsOf(
  about: Pick<DeviceModel, 'method' | 'esimOnly'> & { lead?: DeviceModel['lead'] },
): number {
  return (
    (about.method === 'inferred' ? FLAG.inferred : 0) +
    (about.esimOnly ? FLAG.esimOnly : 0) +
    (about.lead?.esim === 'no' ? FLAG.leadNo : 0) +
    (about.lead?.esim === 'yes' ? FLAG.leadYes : 0)
  );
}

function flagged(sum: number): Pick<DeviceModel, 'method' | 'esimOnly' | 'lead'> {
  const has = (flag: number): boolean => Math.floor(sum / flag) % 2 === 1;
  return {
    ...(has(FLAG.inferred) ? { method: 'inferred' } : {}),
    ...(has(FLAG.esimOnly) ? { esimOnly: true } : {}),
    ...(has(FLAG.leadNo) ? { lead: { esim: 'no', reach: 'elsewhere' } } : {}),
    ...(has(FLAG.leadYes) ? { lead: { esim: 'yes', reach: 'elsewhere' } } : {}),
  };
}

function at<T>(column: readonly T[], row: number): T {
  const value = column[row];
  if (value === undefined) throw new RangeError(`a column of the devices ends before row ${row}`);
  return value;
}
