import * as z from 'zod';
import { Slug } from '../../../core/schema/ids.ts';
import type { NumberHolder } from '../../../core/schema/numbering.ts';
import type { Operator } from '../../../core/schema/operator.ts';
import type { RegisterRow } from './read-register.ts';

/** Tax numbers of the holders and the names the register has for them (`holders.json`). */
export const HolderNames = z.strictObject({
  sourceId: Slug,
  holders: z.array(
    z.strictObject({
      taxId: z.string().regex(/^\d{10}(\d{2})?$/),
      names: z.array(z.string().min(1)).min(1),
    }),
  ),
});
export type HolderNames = z.infer<typeof HolderNames>;

/** Who a row belongs to; rows of one holder get the same `key`, however they spell it. */
export type ResolveHolder = (row: Pick<RegisterRow, 'holder' | 'taxId'>) => {
  key: string;
  holder: NumberHolder;
};

/**
 * Makes the mapping from rows to holders: by tax number, and in the older layout, which has none, by the name under
 * which the register lists that tax number. The operator is the one whose `taxIds` name it.
 */
export function createHolderResolver(
  { holders }: HolderNames,
  operators: readonly Operator[],
): ResolveHolder {
  const taxIdByName = new Map(
    holders.flatMap(({ taxId, names }) => names.map((name) => [tidy(name), taxId] as const)),
  );
  const operatorByTaxId = new Map(
    operators.flatMap(({ id, taxIds }) => taxIds.map((taxId) => [taxId, id] as const)),
  );

  return ({ holder: name, taxId: stated }) => {
    const taxId = stated ?? taxIdByName.get(tidy(name));
    if (taxId === undefined) return { key: tidy(name), holder: { name } };
    const operatorId = operatorByTaxId.get(taxId);
    return {
      key: taxId,
      holder: operatorId === undefined ? { name, taxId } : { name, taxId, operatorId },
    };
  };
}

const LEGAL_FORMS: readonly [RegExp, string][] = [
  [/ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО/, 'ПАО'],
  [/АКЦИОНЕРНОЕ ОБЩЕСТВО/, 'АО'],
  [/ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ/, 'ООО'],
];

/** One spelling of a name: upper case, no quotes, short legal form. */
function tidy(name: string): string {
  const plain = name
    .toLocaleUpperCase('ru')
    .replaceAll('Ё', 'Е')
    .replaceAll(/["«»“”„]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return LEGAL_FORMS.reduce((text, [long, short]) => text.replace(long, short), plain);
}
