import * as z from 'zod';

/** Languages of the service, the first is the default. */
export const LANGUAGES = ['ru', 'en', 'zh'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** The same text in every language of the service, each written for its readers. */
export const LocalizedText = z.strictObject({
  ru: z.string().trim().min(1),
  en: z.string().trim().min(1),
  zh: z.string().trim().min(1),
} satisfies Record<Language, z.ZodType>);
export type LocalizedText = z.infer<typeof LocalizedText>;
