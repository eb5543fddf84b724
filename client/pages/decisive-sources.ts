import type { OperatorAssessment } from '../../data/core/schema/assessment.ts';

/** Addresses of what decided these answers, each once. */
export function decisiveSources(answers: readonly Pick<OperatorAssessment, 'axes'>[]): string[] {
  const decisive = answers.flatMap(({ axes }) =>
    axes.flatMap(({ evidence }) =>
      evidence.filter(({ role }) => role === 'decisive').flatMap(({ sourceUrls }) => sourceUrls),
    ),
  );
  return [...new Set(decisive)];
}
