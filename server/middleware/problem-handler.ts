import { fieldsToRecord } from './answer.ts';
import { type CommonHeaders, cacheControl, varyOf } from './common-headers.ts';
import { MovedError } from './moved.ts';
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
    if (error instanceof MovedError) return moved(error, headers, c);
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

/** Leads to the one address; 308 keeps the method and the body (RFC 9110 15.4.9). */
function moved({ location }: MovedError, headers: CommonHeaders, c?: AppContext): Response {
  return new Response(null, {
    status: 308,
    headers: {
      ...headers.fields,
      ...fieldsToRecord(c?.get('limit')?.fields ?? []),
      location,
      'content-length': '0',
      'cache-control': cacheControl('day'),
    },
  });
}
