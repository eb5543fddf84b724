import { CONFIDENCES, type Confidence, type Source } from '../schema/source.ts';

/** How much weight sources carry together: that of the strongest, since a weaker one takes nothing away. */
export function strongestConfidence(
  sources: readonly Pick<Source, 'confidence'>[],
): Confidence | undefined {
  return CONFIDENCES.find((confidence) =>
    sources.some((source) => source.confidence === confidence),
  );
}
