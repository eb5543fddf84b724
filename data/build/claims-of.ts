import type { Claim } from '../schema/claim.ts';
import type { OpenQuestion } from '../schema/open-question.ts';
import type { AuthoredData } from './authored-data.ts';

/** A part of a file with the place it stands in. */
export interface Located<T> {
  file: string;
  path: string;
  value: T;
}

/** All claims of all files, in the order of files. */
export function claimsOf(data: AuthoredData): Located<Claim>[] {
  return [...data.operators, ...data.law, ...data.restrictions, ...data.background].flatMap(
    ({ file, value }) =>
      value.claims.map((claim, index) => ({ file, path: `claims[${index}]`, value: claim })),
  );
}

/** All open questions of all files, in the order of files. */
export function openQuestionsOf(data: AuthoredData): Located<OpenQuestion>[] {
  return [...data.operators, ...data.law, ...data.background].flatMap(({ file, value }) =>
    value.openQuestions.map((question, index) => ({
      file,
      path: `openQuestions[${index}]`,
      value: question,
    })),
  );
}
