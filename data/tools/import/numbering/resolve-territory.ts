import type { RegionScope } from '../../../core/schema/ids.ts';
import type { Region } from '../../../core/schema/region.ts';

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

/** Spellings of the older layout that no rule below leads to the official name. */
const ALIASES: Readonly<Record<string, string>> = {
  Москва: 'Город Москва',
  'Санкт-Петербург': 'Город Санкт-Петербург',
  Севастополь: 'Город Севастополь',
  'Чувашская Республика': 'Чувашская Республика - Чувашия',
  'Республика Чеченская': 'Чеченская Республика',
  'Республика Донецкая Народная': 'Донецкая Народная Республика',
  'Кемеровская область': 'Кемеровская область - Кузбасс',
  'Ханты-Мансийский-Югра автономный округ': 'Ханты-Мансийский автономный округ - Югра',
  'Ханты-Мансийский автономный округ': 'Ханты-Мансийский автономный округ - Югра',
};

/**
 * Makes the mapping from names of territories, in either layout, to regions.
 *
 * `,`, ` * ` and ` и ` join territories that share their numbers: all are meant. `|` goes from a place to the
 * subject it lies in: the last part is meant. "Российская Федерация" is the whole country.
 */
export function createTerritoryResolver(regions: readonly Region[]): ResolveTerritory {
  const idByName = new Map<string, string>();
  for (const { id, officialName } of regions) idByName.set(tidy(officialName), id);
  for (const [name, id] of Object.entries(OUTSIDE)) idByName.set(tidy(name), id);
  for (const [alias, name] of Object.entries(ALIASES)) {
    const id = idByName.get(tidy(name));
    if (id !== undefined) idByName.set(tidy(alias), id);
  }

  return (name) => {
    const subject = name.split('|').at(-1) ?? '';
    if (tidy(subject) === tidy('Российская Федерация')) return 'RU';
    const ids = subject.split(/,|\s\*\s|\sи\s/).map((part) => idByName.get(tidy(part)));
    const known = ids.filter((id) => id !== undefined);
    return known.length === ids.length ? known : undefined;
  };
}

/** One spelling for the many of the register: abbreviations written out, spaces, hyphens and case made alike. */
function tidy(name: string): string {
  return ` ${name} `
    .replaceAll(/[—–]/g, '-')
    .replaceAll(/\s*-\s*/g, '-')
    .replaceAll(/\/([^/]+)\//g, '($1)')
    .replaceAll(/\sобл\.?\s/g, ' область ')
    .replaceAll(/\sАО\s/g, ' автономный округ ')
    .replaceAll(/\sг\.\s*/g, ' Город ')
    .replaceAll(/\sРесп\.\s*/g, ' Республика ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е');
}
