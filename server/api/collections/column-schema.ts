import * as z from 'zod';
import type { Column } from '../../../data/core/features/collection.ts';
import { countParam, dayParam, numberParam, textParam, wordParam } from '../query-params.ts';

/** Schema of a column's value in a feature. */
export function columnSchema(column: Column): z.ZodType {
  const schema = valueSchema(column);
  return (column.nullable ? schema.nullable() : schema).meta({ description: column.description });
}

function valueSchema({ type, values }: Column): z.ZodType {
  if (values !== undefined) return z.enum(values);
  switch (type) {
    case 'integer':
      return z.int();
    case 'number':
      return z.number();
    case 'date':
      return z.iso.date();
    default:
      return z.string();
  }
}

/** Query parameter that selects the features with exactly this value of a column. */
export function columnParam({ type, values, description }: Column): z.ZodType {
  return paramSchema(type, values)
    .optional()
    .meta({ description: `Only features with exactly this value. ${description}` });
}

function paramSchema(type: Column['type'], values: Column['values']): z.ZodType {
  const [first, ...rest] = values ?? [];
  if (first !== undefined) return wordParam([first, ...rest]);
  switch (type) {
    case 'integer':
      return countParam(0, 999_999_999);
    case 'number':
      return numberParam(-999_999_999, 999_999_999);
    case 'date':
      return dayParam();
    default:
      return textParam(200);
  }
}
