import { STATUS_CODES } from 'node:http';
import * as z from 'zod';

/** What is wrong with one part of a request: where it stands, what stood there, what may stand there. */
export const ValidationError = z.strictObject({
  /** Query, path or header parameter that is wrong. */
  parameter: z.string().optional(),
  /** Place in a JSON body (RFC 6901). */
  pointer: z.string().optional(),
  /** What was sent, cut to 100 characters. */
  value: z.string().optional(),
  detail: z.string(),
  /** What is allowed, where it can be listed. */
  allowed: z.array(z.string()).optional(),
});
export type ValidationError = z.infer<typeof ValidationError>;

/** Body of every error answer (RFC 9457), media type `application/problem+json`. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  errors: z.array(ValidationError).optional(),
});
export type Problem = z.infer<typeof Problem>;

export const PROBLEM_TYPE = 'application/problem+json';

/** Most errors that one answer names. */
export const MAX_LISTED = 50;
const MAX_VALUE_LENGTH = 100;

/** A refusal that the client can act on; the only error whose text leaves the server. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly errors: readonly ValidationError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    detail: string,
    options: { errors?: readonly ValidationError[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.status = status;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
  }
}

/** Refusal for wrong parameters: one sentence that names them all, then each by itself. */
export function badParameters(errors: readonly ValidationError[]): ProblemError {
  const detail = errors
    .slice(0, MAX_LISTED)
    .map((found) => `${found.parameter ?? 'query'}: ${found.detail}`)
    .join('; ');
  return new ProblemError(400, detail, { errors: errors.slice(0, MAX_LISTED) });
}

/** Refusal for a thing that is not there, naming the kind, the id and, where short, what is. */
export function notFound(
  kind: string,
  id: string,
  allowed: readonly string[] = [],
  parameter?: string,
): ProblemError {
  const found: ValidationError = { value: shorten(id), detail: `no ${kind} has this id` };
  if (parameter !== undefined) found.parameter = parameter;
  if (allowed.length > 0) found.allowed = [...allowed];
  return new ProblemError(404, `no ${kind} has the id ${JSON.stringify(shorten(id))}`, {
    errors: [found],
  });
}

/** The document that tells a client of an error. Unknown errors say nothing of their inside. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof ProblemError)) {
    const title = STATUS_CODES[500] ?? 'Error';
    return { type: 'about:blank', title, status: 500, detail: 'the server failed' };
  }
  const { status, message, errors } = error;
  const title = STATUS_CODES[status] ?? 'Error';
  const problem: Problem = { type: 'about:blank', title, status, detail: message };
  if (errors.length > 0) problem.errors = [...errors];
  return problem;
}

/** A value as it is repeated to the client: at most 100 characters. */
export function shorten(value: string): string {
  return value.length > MAX_VALUE_LENGTH ? `${value.slice(0, MAX_VALUE_LENGTH)}…` : value;
}
