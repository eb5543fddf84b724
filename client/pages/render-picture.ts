import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { badgePicture } from './badge-picture.tsx';
import { locatorPicture } from './locator-picture.tsx';
import type { PageContext } from './page-context.ts';

/** SVG text of `/locator/RU-MOW.svg` or `/badge/RU-MOW.svg`; `undefined` for any other address. */
export function renderPicture(
  path: string,
  language: Language,
  context: PageContext,
): string | undefined {
  const [, kind, id] = /^\/(locator|badge)\/([^/]+)\.svg$/.exec(path) ?? [];
  const region = context.dataset.regions.find((candidate) => candidate.id === id);
  if (region === undefined) return undefined;
  const name = region.name[language];
  if (kind === 'badge') {
    const { verdict } = context.assess(region.id);
    return badgePicture(name, catalogueOf(language).verdictNames[verdict], verdict);
  }
  return context.locatorOutlines && locatorPicture(context.locatorOutlines, region.id, name);
}
