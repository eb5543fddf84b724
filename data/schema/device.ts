import * as z from 'zod';
import { Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';

export const DEVICE_KINDS = ['phone', 'tablet', 'watch', 'childrens-watch', 'car'] as const;
export const DeviceKind = z.enum(DEVICE_KINDS);
export type DeviceKind = z.infer<typeof DeviceKind>;

/** Whether a device can take an operator's eSIM profile; `by-variant`: some units of this market can, some cannot. */
export const EsimSupport = z.enum(['yes', 'no', 'by-variant', 'unknown']);
export type EsimSupport = z.infer<typeof EsimSupport>;

export const DeviceVariant = z.strictObject({
  id: Slug,
  /** Market the unit was made for, in the maker's or seller's words. */
  market: z.string().min(1),
  esim: EsimSupport,
  modelCodes: z.array(z.string().min(1)).default([]),
  note: z.string().optional(),
});
export type DeviceVariant = z.infer<typeof DeviceVariant>;

export const DeviceModel = z.strictObject({
  id: Slug,
  brand: z.string().min(1),
  model: z.string().min(1),
  kind: DeviceKind,
  esim: EsimSupport,
  /** True where no variant has a tray for a plastic SIM. */
  esimOnly: z.boolean().optional(),
  since: z.int().min(2010).max(2030).optional(),
  variants: z.array(DeviceVariant).default([]),
  sourceIds: z.array(Slug).min(1),
  note: z.string().optional(),
  noteText: LocalizedText.optional(),
});
export type DeviceModel = z.infer<typeof DeviceModel>;
