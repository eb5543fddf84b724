/** A value as a JSON document for people to read as well: indented, with a line break at the end. */
export function writeJsonDocument(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
