import type { Language } from '../../data/schema/localized-text.ts';
import type { PageContext } from './page-context.ts';
import { renderPlainText } from './plain-text.ts';

/** Plain text of `/text/RU-MOW.txt`, what "copy as text" copies; `undefined` for any other address. */
export function regionText(
  path: string,
  language: Language,
  context: PageContext,
): string | undefined {
  const [, id] = /^\/text\/([^/]+)\.txt$/.exec(path) ?? [];
  const region = context.dataset.regions.find((candidate) => candidate.id === id);
  return (
    region && renderPlainText(context.assess(region.id), context.dataset, language, context.origin)
  );
}
