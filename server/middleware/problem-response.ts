import { type FieldList, fieldsToRecord } from './answer.ts';
import { cacheControl, type StandingHeaders, varyOf } from './common-headers.ts';
import { PROBLEM_TYPE, ProblemError, problemOf } from './problem.ts';

/** Answers an error with its problem document (RFC 9457). */
export type Refuse = (error: unknown, requestFields?: FieldList) => Response;

/** Makes the one function that writes refusals; what is no `ProblemError` is the server's own fault and says so only. */
export function createRefuse(standing: StandingHeaders): Refuse {
  return (error, requestFields = []) => {
    const problem = problemOf(error);
    const body = JSON.stringify(problem);
    return new Response(body, {
      status: problem.status,
      headers: {
        ...standing.fields,
        ...(error instanceof ProblemError ? error.headers : {}),
        ...fieldsToRecord(requestFields),
        'content-type': PROBLEM_TYPE,
        'content-length': String(Buffer.byteLength(body)),
        'cache-control': cacheControl('never'),
        vary: varyOf('Accept'),
      },
    });
  };
}
