import type { DatasetRegion } from '../../data/schema/dataset.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { createCardModel } from '../ui/card/card-model.ts';
import type { PageContext } from './page-context.ts';

/** The answer for a region in a sentence, the same wherever it stands alone: in frames, badges and descriptions. */
export function regionSentence(
  { assess, dataset }: PageContext,
  region: DatasetRegion,
  language: Language,
): string {
  const assessment = assess(region.id);
  return createCardModel({ dataset, assessment, language })?.sentence ?? region.name[language];
}
