import type { RegionScope } from '../../../core/schema/ids.ts';
import type { Region } from '../../../core/schema/region.ts';
import { normaliseName } from '../../../core/search/normalise-name.ts';
import { roleOf, writeOutAbbreviations } from '../../../core/search/query-words.ts';
import { regionKey, typesOfWord } from '../../../core/search/region-keys.ts';

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
