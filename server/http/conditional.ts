/** Whether an `If-None-Match` or `If-Match` list names a tag; comparison is weak where `weak` is set (RFC 9110 8.8.3.2). */
export function namesTag(field: string, etag: string, weak: boolean): boolean {
  if (field === etag) return true;
  if (field.trim() === '*') return true;
  for (const part of field.split(',')) {
    const tag = part.trim();
    if (tag === etag) return true;
    if (weak && tag.startsWith('W/') && tag.slice(2) === etag) return true;
  }
  return false;
}
