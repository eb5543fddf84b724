import type { Axis } from '../schema/axis.ts';
import { coversRegion, type RegionId } from '../schema/ids.ts';
import type { OpenQuestion } from '../schema/open-question.ts';

/**
 * Whether somebody says what was looked for about an axis in a region, as the rules look behind an `unknown`: an
 * answered question explains nothing any more, and one about another plan does not either.
 */
export function asks(
  questions: readonly OpenQuestion[],
  axis: Axis,
  regionId: RegionId,
  planId?: string,
): boolean {
  return questions.some(
    (question) =>
      question.status !== 'answered' &&
      question.axes.includes(axis) &&
      coversRegion(question.regionIds, regionId) &&
      (question.planId === undefined || question.planId === planId),
  );
}
