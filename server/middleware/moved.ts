/** Thrown where what is asked for has another address for good: an id that is written in another letter case. */
export class MovedError extends Error {
  override readonly name = 'MovedError';
  /** Path and query. */
  readonly location: string;

  constructor(location: string) {
    super(`moved to ${location}`);
    this.location = location;
  }
}

/** The one of some ids that is meant by another spelling of its letters. */
function idInOtherCase(id: string, ids: Iterable<string>): string | undefined {
  const wanted = id.toLowerCase();
  for (const own of ids) if (own.toLowerCase() === wanted) return own;
  return undefined;
}

/**
 * Looks an entry up by an id out of the path.
 *
 * @throws MovedError where only the letter case differs.
 */
export function entryOfPath<T>(
  { path, rawQuery }: { readonly path: string; readonly rawQuery: string },
  id: string,
  byId: ReadonlyMap<string, T>,
): T | undefined {
  const entry = byId.get(id);
  if (entry !== undefined) return entry;
  const own = idInOtherCase(id, byId.keys());
  if (own === undefined || own === id) return undefined;
  throw new MovedError(withQuery(replaceSegment(path, id, own), rawQuery));
}

/** The path with one of its segments replaced: the first that says `id`. */
function replaceSegment(path: string, id: string, own: string): string {
  const segments = path.split('/');
  const at = segments.findIndex((segment) => decoded(segment) === id);
  return segments.with(at, encodeURIComponent(own)).join('/');
}

/**
 * The path with the fixed parts of the pattern that it fits in any letter case, and with no slash too many; `undefined` where
 * it fits none.
 * @param patterns paths with parameters, such as `/api/v1/operators/:operatorId`
 */
export function ownSegments(path: string, patterns: readonly string[]): string | undefined {
  const typed = path.split('/').filter((segment) => segment !== '');
  for (const pattern of patterns) {
    const parts = pattern.split('/').filter((part) => part !== '');
    if (parts.length !== typed.length || parts.includes('*')) continue;
    const own = parts.map((part, at) => ownSegment(part, typed[at] ?? ''));
    if (own.every((segment) => segment !== undefined)) return `/${own.join('/')}`;
  }
  return undefined;
}

function ownSegment(part: string, typed: string): string | undefined {
  if (part.startsWith(':')) return typed;
  const isSame = decoded(typed)?.toLowerCase() === part.toLowerCase();
  return isSame ? part : undefined;
}

/** An address of a path and a query that may be empty. */
export function withQuery(path: string, rawQuery: string): string {
  return rawQuery === '' ? path : `${path}?${rawQuery}`;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
