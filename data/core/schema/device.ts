import * as z from 'zod';
import { Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';
import { Method } from './verdict.ts';

export const DEVICE_KINDS = ['phone', 'tablet', 'watch', 'childrens-watch', 'car'] as const;
export const DeviceKind = z.enum(DEVICE_KINDS);
export type DeviceKind = z.infer<typeof DeviceKind>;

/** Whether a device can take an operator's eSIM profile; `by-variant`: some units of this market can, some cannot. */
export const EsimSupport = z.enum(['yes', 'no', 'by-variant', 'unknown']);
export type EsimSupport = z.infer<typeof EsimSupport>;

/**
 * What a buyer should know about a model or one of its variants: codes here, words in `client/i18n`.
 * How the evidence stands, what the hardware is, what Russian conditions add.
 */
const DEVICE_NOTE_CODES = [
  /** Only sellers' lists name it, whether as one with eSIM or as one without. */
  'sellers-lists-only',
  /** Sources name the model without telling its market versions apart. */
  'markets-not-told-apart',
  /** Some market versions have eSIM and some have not. */
  'differs-by-market',
  /** Units of some carriers or countries lack it although others of the same market have it. */
  'carrier-or-country-units-differ',
  /** No source read tells whether it has eSIM; silence proves nothing. */
  'not-in-the-sources',
  /** Released after the sources were written. */
  'newer-than-the-sources',
  /** Known from a leak or a preview only. */
  'leak-or-preview-only',
  'sources-disagree',
  /** Made before its maker put eSIM into this line. */
  'too-old-for-esim',
  /** The version for mainland China has no eSIM; the chip was not allowed in phones there before October 2025. */
  'china-version-without-esim',
  /** A second place for a nano-SIM in the tray means the version for China, Hong Kong or Macao without eSIM. */
  'second-tray-means-no-esim',
  'hong-kong-units-may-lack-esim',
  'hong-kong-version-has-esim',
  /** Came without eSIM and got it by a software update. */
  'enabled-by-update',
  /** Has the chip, but which operators outside China it accepts is not known. */
  'foreign-profiles-unclear',
  /** Imported Samsung devices may refuse a Russian SIM because of their regional lock. */
  'regional-lock-possible',
  /** The chip works with a single operator abroad. */
  'one-operator-only',
  /** Made for one country. */
  'one-country-only',
  'nano-sim-and-esim',
  'nano-sim-only',
  'two-nano-sims-and-esim',
  'two-nano-sims-no-esim',
  'no-cellular-radio',
  /** Only the version with cellular radio can hold an eSIM. */
  'cellular-version-only',
  /** Data only, no calls. */
  'data-only',
  /** A watch that shares the phone's number by a service of the operator. */
  'number-sharing-plan-needed',
  /** The profile is put on the watch from the app of the paired phone. */
  'loaded-from-the-phone',
  /** No source shows a Russian operator supporting it. */
  'no-russian-operator-shown',
  /** Built-in chip for emergency calls; the owner cannot load a profile. */
  'emergency-calls-only',
  /** Only a shop’s sheet for another market was read; it leaves out the eSIM of phones that have it. */
  'sheet-of-another-market',
  /** Concluded from another model that shares the hardware. */
  'known-from-a-sister-model',
  /** Children’s watches of this class usually take a plastic nano-SIM; of this one no source read says which. */
  'usually-plastic-sim',
  /** Takes a plastic micro-SIM. */
  'micro-sim-only',
  /** Two products, with and without eSIM, are sold under one name. */
  'two-products-one-name',
  /** Works in 2G or 3G networks only, as far as is known. */
  'old-networks',
  /** Units made for mainland China may lack the eSIM that the specification names. */
  'china-units-may-differ',
  /** The embedded chip is the Apple SIM of its time, not one for any operator’s profile. */
  'makers-sim-of-its-time',
  /** Connected by its maker or a partner; no source shows that the owner can load a profile. */
  'makers-connection-only',
  /** The maker blocks units with SIM cards that it did not authorise. */
  'maker-blocks-other-sims',
  /** The maker’s service, which the device needs, does not cover Russia. */
  'makers-service-not-in-russia',
] as const;
export const DeviceNoteCode = z.enum(DEVICE_NOTE_CODES);
export type DeviceNoteCode = z.infer<typeof DeviceNoteCode>;

/**
 * How the support of a model or variant is known; `stated` where it is absent. `inferred`: no source says it of this very
 * one, it follows from what sources say of its line, its maker or its market.
 */
const method = Method.extract(['stated', 'inferred']).optional();

/**
 * What a source says of other units: of another market or of a sister model. Too little to stand on, so the value beside it
 * is `unknown`.
 */
const DeviceLead = z.strictObject({
  esim: EsimSupport.extract(['yes', 'no']),
  reach: z.literal('elsewhere'),
});

/** A page of a source that has one for each model: `path` is added to the address of the source. */
const SourcePage = z.strictObject({ sourceId: Slug, path: z.string().min(1) });

/** A code without spaces, as printed. */
const ModelCode = z.string().regex(/^\S+$/);

export const DeviceVariant = z.strictObject({
  id: Slug,
  /** Market the unit was made for. */
  market: LocalizedText,
  esim: EsimSupport,
  method,
  /** True where this variant has no tray for a plastic SIM. */
  esimOnly: z.boolean().optional(),
  /** Printed on the device or shown in its settings. */
  modelCodes: z.array(ModelCode).default([]),
  noteCodes: z.array(DeviceNoteCode).default([]),
});
export type DeviceVariant = z.infer<typeof DeviceVariant>;

export const DeviceModel = z
  .strictObject({
    id: Slug,
    brand: z.string().min(1),
    model: z.string().min(1),
    kind: DeviceKind,
    /** Names that neither the maker's nor the spellings of its words give: `iPad 2018`. */
    aliases: z.array(z.string().trim().min(1)).default([]),
    /** Names that other devices bear, too: whoever types one is offered a choice. */
    sharedAliases: z.array(z.string().trim().min(1)).default([]),
    esim: EsimSupport,
    lead: DeviceLead.optional(),
    method,
    /** True where no variant has a tray for a plastic SIM. */
    esimOnly: z.boolean().optional(),
    since: z.int().min(2010).max(2030).optional(),
    /** Codes of units whose market is not told. */
    modelCodes: z.array(ModelCode).default([]),
    variants: z.array(DeviceVariant).default([]),
    noteCodes: z.array(DeviceNoteCode).default([]),
    /** Empty only where nothing was found, which is what `unknown` says. */
    sourceIds: z.array(Slug).default([]),
    pages: z.array(SourcePage).default([]),
  })
  .refine((model) => model.esim === 'unknown' || model.sourceIds.length > 0, {
    error: 'only a model whose support is unknown may stand without a source',
    path: ['sourceIds'],
  })
  .refine((model) => model.lead === undefined || model.esim === 'unknown', {
    error: 'a lead says too little to stand on, so the value beside it is unknown',
    path: ['lead'],
  });
export type DeviceModel = z.infer<typeof DeviceModel>;
