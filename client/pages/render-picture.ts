import type { Language } from '../../data/core/schema/localized-text.ts';
import { createActionModel } from '../components/card/action-model.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { badgePicture, locatorPicture } from './pictures.tsx';

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
    const { dataset } = context;
    const model = createActionModel({ dataset, assessment: context.assess(region.id), language });
    return model && badgePicture(model);
  }
  return context.locatorOutlines && locatorPicture(context.locatorOutlines, region.id, name);
}
