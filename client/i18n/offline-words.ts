import type { Language } from '../../data/core/schema/localized-text.ts';
import { offline as en } from './en/offline.ts';
import { offline as ru } from './ru/offline.ts';
import { offline as zh } from './zh/offline.ts';

/** Words of the service worker's own page. They stand beside the catalogue, which the worker has no use for. */
export const OFFLINE_WORDS: Readonly<Record<Language, typeof ru>> = { ru, en, zh };
