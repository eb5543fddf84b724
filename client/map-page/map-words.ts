import type { Language } from '../../data/schema/localized-text.ts';
import type { MapMessages } from '../i18n/ru/map.ts';

const LOAD: Readonly<Record<Language, () => Promise<{ map: MapMessages }>>> = {
  ru: () => import('../i18n/ru/map.ts'),
  en: () => import('../i18n/en/map.ts'),
  zh: () => import('../i18n/zh/map.ts'),
};

/** The map's words in one language: the other two are not fetched. */
export async function loadMapWords(language: Language): Promise<MapMessages> {
  return (await LOAD[language]()).map;
}
