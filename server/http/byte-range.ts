/** One part of a body, both ends included, as in `Content-Range`. */
export interface BytePart {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a `Range` field (RFC 9110 14.2) against a body of `length` bytes.
 *
 * @returns the part; `unsatisfiable` when it lies outside the body; `undefined` when the field is to be
 * ignored, as it is for other units, broken syntax and several parts at once.
 */
export function readRange(field: string, length: number): BytePart | 'unsatisfiable' | undefined {
  const match = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(field);
  if (match === null) return undefined;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const suffix = Number(to);
    if (suffix === 0 || length === 0) return 'unsatisfiable';
    return { first: Math.max(0, length - suffix), last: length - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return undefined;
  if (first >= length) return 'unsatisfiable';
  return { first, last: to === '' ? length - 1 : Math.min(Number(to), length - 1) };
}
