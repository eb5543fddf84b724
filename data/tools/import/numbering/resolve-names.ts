import * as z from 'zod';
import { IsoDate } from '../../../core/schema/dates.ts';
import { type RegionScope, Slug } from '../../../core/schema/ids.ts';
import type { NumberHolder } from '../../../core/schema/numbering.ts';
import type { Operator } from '../../../core/schema/operator.ts';
import type { Region } from '../../../core/schema/region.ts';
import { normaliseName } from '../../../core/search/normalise-name.ts';
import {
  regionKey,
  roleOf,
  typesOfWord,
  writeOutAbbreviations,
} from '../../../core/search/query-words.ts';
import type { RegisterRow } from './register-row.ts';

const TaxId = z.string().regex(/^\d{10}(\d{2})?$/);
const Names = z.array(z.string().min(1)).min(1);
/** Addresses where it can be checked: registers of two days, or news. */
const Sources = z.array(z.url({ protocol: /^https?$/ })).min(1);

/** Tax numbers of the holders and the names that registers have for them (`holders.json`). */
export const HolderNames = z.strictObject({
  /** The register that the present names are of. */
  sourceId: Slug,
  holders: z.array(z.strictObject({ taxId: TaxId, names: Names })),
  /** Earlier names of the same holders: a register lists them with the same tax number. */
  formerNames: z
    .array(z.strictObject({ taxId: TaxId, names: Names, sources: Sources }))
    .default([]),
  /**
   * Holders whose numbers all went to another one. From `since` on their numbers count as the successor's; a register of
   * an earlier day names them as themselves.
   */
  successions: z
    .array(
      z.strictObject({
        taxId: TaxId.optional(),
        names: Names,
        successorTaxId: TaxId,
        since: IsoDate,
        reason: z.string().min(1),
        sources: Sources,
      }),
    )
    .default([]),
});
export type HolderNames = z.infer<typeof HolderNames>;

/** Who a row belongs to; rows of one holder get the same `key`, however they spell it. */
export type ResolveHolder = (row: Pick<RegisterRow, 'holder' | 'taxId'>) => {
  key: string;
  holder: NumberHolder;
};

/**
 * Makes the mapping from rows to holders: by tax number, and in the layouts that have none by the name under which a
 * register lists that tax number; then from a holder that is no more to its successor. The operator is the one whose
 * `taxIds` name it.
 * @param registerDate day of the register, which decides on successions
 */
export function createHolderResolver(
  { holders, formerNames, successions }: HolderNames,
  operators: readonly Operator[],
  registerDate: string,
): ResolveHolder {
  const taxIdByName = new Map(
    [...formerNames, ...holders].flatMap(({ taxId, names }) =>
      names.map((name) => [tidy(name), taxId] as const),
    ),
  );
  const successorOf = new Map<string, string>();
  for (const { taxId, names, successorTaxId, since } of successions) {
    if (registerDate < since) continue;
    if (taxId !== undefined) successorOf.set(taxId, successorTaxId);
    for (const name of names) successorOf.set(tidy(name), successorTaxId);
  }
  const operatorByTaxId = new Map(
    operators.flatMap(({ id, taxIds }) => taxIds.map((taxId) => [taxId, id] as const)),
  );

  return ({ holder: name, taxId: stated }) => {
    const own = stated ?? taxIdByName.get(tidy(name));
    const taxId = successorOf.get(own ?? tidy(name)) ?? own;
    if (taxId === undefined) return { key: tidy(name), holder: { name } };
    const operatorId = operatorByTaxId.get(taxId);
    return {
      key: taxId,
      holder: operatorId === undefined ? { name, taxId } : { name, taxId, operatorId },
    };
  };
}

/**
 * Legal forms as they are compared. Open and closed joint-stock companies became public and plain ones in 2014 (law 99-FZ)
 * and kept their tax numbers, so all are one form.
 */
const LEGAL_FORMS: readonly [RegExp, string][] = [
  [/^((ОТКРЫТОЕ|ЗАКРЫТОЕ|ПУБЛИЧНОЕ|НЕПУБЛИЧНОЕ) )?АКЦИОНЕРНОЕ ОБЩЕСТВО /, 'АО '],
  [/^(ОАО|ЗАО|ПАО|НАО) /, 'АО '],
  [/^ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ /, 'ООО '],
  [/^(ФЕДЕРАЛЬНОЕ )?ГОСУДАРСТВЕННОЕ УНИТАРНОЕ ПРЕДПРИЯТИЕ /, 'ФГУП '],
];

/** One spelling of a name: upper case, no quotes, short legal form. */
function tidy(name: string): string {
  const plain = name
    .toLocaleUpperCase('ru')
    .replaceAll('Ё', 'Е')
    .replaceAll(/["'«»“”„]/g, ' ')
    .replaceAll(/[—–]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return LEGAL_FORMS.reduce((text, [long, short]) => text.replace(long, short), plain);
}

/** Regions that a territory of the register stands for; `undefined` when its name is not known. */
export type ResolveTerritory = (name: string) => RegionScope | undefined;

/** Russian names of the territories outside ISO 3166-2:RU that the register lists. */
const OUTSIDE: Readonly<Record<string, string>> = {
  'Луганская Народная Республика': 'UA-09',
  'Донецкая Народная Республика': 'UA-14',
  'Запорожская область': 'UA-23',
  'Город Севастополь': 'UA-40',
  'Республика Крым': 'UA-43',
  'Херсонская область': 'UA-65',
};

/** Parts of regions that the registers of 2020 to 2023 name without their region. */
const PARTS: Readonly<Record<string, string>> = {
  Абзелиловский: 'RU-BA',
  Белорецкий: 'RU-BA',
  Сургут: 'RU-KHM',
  Сургутский: 'RU-KHM',
};

/** A region by the words of its official name. */
interface Named {
  id: string;
  /** `undefined` for cities, which are named without a type. */
  types: readonly string[];
}

/**
 * Makes the mapping from names of territories, in any layout, to regions: by the words of the official name in any order,
 * with the type word in full or short (`Республика Удмуртская`, `Ханты-Мансийский АО - Югра`).
 *
 * `,`, ` * ` and ` и ` join territories that share their numbers: all are meant. `|` goes from a place to the
 * subject it lies in: the last part is meant. "Российская Федерация" is the whole country.
 */
export function createTerritoryResolver(regions: readonly Region[]): ResolveTerritory {
  const byKey = new Map<string, Named[]>();
  const add = (id: string, name: string): void => {
    const words = wordsOf(name);
    const key = regionKey(words);
    byKey.set(key, [...(byKey.get(key) ?? []), { id, types: words.flatMap(typesOfWord) }]);
  };
  for (const { id, officialName } of regions) {
    add(id, officialName);
    const firstHalf = officialName.replace(/\s-\s.*|\(.*/, '');
    if (firstHalf !== officialName) add(id, firstHalf);
  }
  for (const [name, id] of Object.entries(OUTSIDE)) add(id, name);
  const parts = new Map(Object.entries(PARTS).map(([name, id]) => [normaliseName(name), id]));

  const resolvePart = (name: string): string | undefined => {
    const words = wordsOf(name);
    const part = parts.get(words.filter((word) => roleOf(word) === undefined).join(' '));
    if (part !== undefined) return part;
    const types = words.flatMap(typesOfWord);
    const fits = (named: Named): boolean =>
      types.length === 0
        ? named.types.length === 0
        : named.types.some((type) => types.includes(type));
    const found = new Set((byKey.get(regionKey(words)) ?? []).filter(fits).map(({ id }) => id));
    const [id] = found;
    return found.size === 1 ? id : undefined;
  };

  return (name) => {
    const subject = name.split('|').at(-1) ?? '';
    if (normaliseName(subject) === normaliseName('Российская Федерация')) return 'RU';
    const ids = subject.split(/,|\s\*\s|\sи\s/).map(resolvePart);
    const known = ids.filter((id) => id !== undefined);
    return known.length === ids.length ? [...new Set(known)] : undefined;
  };
}

function wordsOf(name: string): string[] {
  return normaliseName(writeOutAbbreviations(name))
    .split(' ')
    .filter((word) => word !== '');
}
