/**
 * Header fields as names and values in turn. Node writes such a list as fast as an object; making an object of some
 * fifteen fields for each request would cost more than all else that is done for it.
 */
export type FieldList = readonly string[];

/** The same as an object, for a `Response`. */
export function fieldsToRecord(fields: FieldList): Record<string, string> {
  const record: Record<string, string> = {};
  for (let index = 0; index < fields.length; index += 2) {
    record[fields[index] ?? ''] = fields[index + 1] ?? '';
  }
  return record;
}

/** A list of what an object holds. */
export function recordToFields(record: Readonly<Record<string, string>>): FieldList {
  return Object.entries(record).flat();
}
