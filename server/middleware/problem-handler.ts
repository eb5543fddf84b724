import { fieldsToRecord } from './answer.ts';
import { type CommonHeaders, cacheControl, varyOf } from './common-headers.ts';
import { PROBLEM_TYPE, ProblemError, problemOf } from './problem.ts';
import type { AppContext } from './request-context.ts';

/** Answers an error with its problem document (RFC 9457), and with the fields of the request's limit where there is one. */
export type ProblemHandler = (error: unknown, c?: AppContext) => Response;

/**
 * Makes the one function that writes refusals. What is no `ProblemError` is the server's own fault: the client learns
 * only that it is, and `onFault` what it was.
 */
export function createProblemHandler(
  headers: CommonHeaders,
  onFault: (error: unknown) => void,
): ProblemHandler {
  return (error, c) => {
    if (!(error instanceof ProblemError)) onFault(error);
    const problem = problemOf(error);
    const body = JSON.stringify(problem);
    return new Response(body, {
      status: problem.status,
      headers: {
        ...headers.fields,
        ...(error instanceof ProblemError ? error.headers : {}),
        ...fieldsToRecord(c?.get('limit')?.fields ?? []),
        'content-type': PROBLEM_TYPE,
        'content-length': String(Buffer.byteLength(body)),
        'cache-control': cacheControl('never'),
        vary: varyOf('Accept'),
      },
    });
  };
}
