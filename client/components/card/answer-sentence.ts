import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatList, sentenceGap } from '../../i18n/grammar/format.ts';
import type { CardModel } from './card-model.ts';

/** The sentence of a region speaks of numbers of that region alone. */
function isOfSeveralRegions({ household }: CardModel): boolean {
  return new Set(household?.lines.map((line) => line.contractRegionId)).size > 1;
}

/**
 * The answer for any household in a sentence that names what decides: the family itself, the open questions of the
 * nearest operator, or the operators.
 */
export function answerSentence(model: CardModel): string {
  const { check, axes } = catalogueOf(model.language);
  const { assessment, familyAxes, names, language } = model;
  const against = familyAxes.filter(({ value }) => value === 'no');
  if (against.length > 0) {
    return check.familyNo(
      formatList(
        language,
        against.map(({ axis }) => axes[axis].name),
      ),
    );
  }
  if (assessment.verdict === 'partial' && isOfSeveralRegions(model)) {
    return check.acrossRegions(model.bestOperators);
  }
  const [nearest] = assessment.operators;
  if (assessment.verdict !== 'unknown' || nearest?.planId === undefined) return model.sentence;
  const open = nearest.axes.filter(({ value }) => value === 'unknown');
  return check.unknownAt(
    names.operator(nearest.operatorId) ?? '',
    open.map(({ axis }) => axes[axis].question).join(sentenceGap(language)),
  );
}
