import { LANGUAGES } from '../../core/schema/localized-text.ts';
import type { RestrictionKind } from '../../core/schema/restriction.ts';
import type { RuleIssue } from '../authored/issue.ts';
import { LANGUAGE_MARKS } from '../authored/languages.ts';
import { localizedTextsIn, type Rule } from './rule.ts';

/** Codes of the federal subjects in ISO 3166-2:RU, in alphabetical order: a list of its own, so that a lost file is noticed. */
export const ISO_REGION_IDS: readonly string[] = (
  'AD AL ALT AMU ARK AST BA BEL BRY BU CE CHE CHU CU DA IN IRK IVA KAM KB KC KDA KEM KGD ' +
  'KGN KHA KHM KIR KK KL KLU KO KOS KR KRS KYA LEN LIP MAG ME MO MOS MOW MUR NEN NGR NIZ ' +
  'NVS OMS ORE ORL PER PNZ PRI PSK ROS RYA SA SAK SAM SAR SE SMO SPE STA SVE TA TAM TOM ' +
  'TUL TVE TY TYU UD ULY VGG VLA VLG VOR YAN YAR YEV ZAB'
)
  .split(' ')
  .map((code) => `RU-${code}`);

/** The map promises every subject of ISO 3166-2:RU and nothing else (the border policy in `data/README.md`). */
export const regionsComplete: Rule = {
  name: 'regions-complete',
  description: 'there is one region for each of the 83 codes of ISO 3166-2:RU',
  scope: 'dataset',
  check(data) {
    const present = new Set(data.regions.map(({ value }) => value.id));
    const missing = ISO_REGION_IDS.filter((id) => !present.has(id)).map(
      (id): RuleIssue => ({
        level: 'error',
        file: `regions/${id}.json`,
        path: '',
        message: `the region ${id} is missing`,
        tip: 'add the file; the border policy in data/README.md names all 83',
      }),
    );
    const foreign = data.regions
      .filter(({ value }) => !ISO_REGION_IDS.includes(value.id))
      .map(
        ({ file, value }): RuleIssue => ({
          level: 'error',
          file,
          path: 'id',
          message: `${value.id} is not a code of ISO 3166-2:RU`,
          tip: 'correct the id; territories outside the standard are not mapped',
        }),
      );
    return [...missing, ...foreign];
  },
};

/** Keys by which other data sets join on a region. */
const CODES = [
  'oktmo',
  'constitutionCode',
  'geonamesAdmin1',
  'geonamesId',
  'osmRelation',
  'wikidata',
] as const;

/** A code that two regions share joins a table to the wrong one. */
export const regionsDistinct: Rule = {
  name: 'regions-distinct',
  description: 'no two regions share a code, aliases add to names, and time zones exist',
  scope: 'dataset',
  check(data) {
    const owners = new Map<string, string>();
    return data.regions.flatMap(({ file, value }): RuleIssue[] => {
      const issue = (path: string, message: string, tip: string): RuleIssue => ({
        level: 'error',
        file,
        path,
        message,
        tip,
      });
      const shared = CODES.flatMap((key) => {
        const code = `${key} ${value[key]}`;
        const owner = owners.get(code);
        owners.set(code, owner ?? value.id);
        return owner === undefined
          ? []
          : [
              issue(
                key,
                `${code} is that of ${owner} already`,
                'correct whichever of the two is wrong',
              ),
            ];
      });
      const names = new Set([...Object.values(value.name), value.officialName]);
      const repeated = value.aliases
        .filter((alias, index) => names.has(alias) || value.aliases.indexOf(alias) !== index)
        .map((alias) =>
          issue('aliases', `"${alias}" is a name of ${value.id} already`, 'take it away'),
        );
      const zones = value.timeZones.filter((zone) => !isTimeZone(zone));
      if (!value.timeZones.includes(value.timeZone)) zones.push(value.timeZone);
      return [
        ...shared,
        ...repeated,
        ...zones.map((zone) =>
          issue(
            'timeZones',
            `"${zone}" is no time zone, or not among those of ${value.id}`,
            'use a name of the tz database',
          ),
        ),
      ];
    });
  },
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Kinds that tell where mobile internet is missing. */
const PLACED: readonly RestrictionKind[] = ['lasting-zones', 'cut', 'white-list'];

/** Where mobile internet is missing is told by region and no closer: the map must not lead anybody to a protected place. */
export const limitsNameRegionsOnly: Rule = {
  name: 'limits-name-regions-only',
  description:
    'limits of mobile internet name no street, district or site, and say when they were last reported',
  scope: 'file',
  check(data) {
    const limits = data.restrictions.filter(({ value }) => PLACED.includes(value.kind));
    const files = new Set(limits.map(({ file }) => file));
    const narrow = localizedTextsIn(data)
      .filter(({ file }) => files.has(file))
      .flatMap(({ file, path, value }) =>
        LANGUAGES.flatMap((language): RuleIssue[] => {
          const found = LANGUAGE_MARKS[language].narrowPlace.exec(value[language]);
          if (found === null) return [];
          return [
            {
              level: 'error',
              file,
              path: `${path}.${language}`,
              message: `"${found[0]}" names a place smaller than a region`,
              tip: 'say it of the region, or of "a part of it"',
            },
          ];
        }),
      );
    const silent = data.restrictions
      .filter(({ value }) => value.lastReportedOn === undefined)
      .map(
        ({ file, value }): RuleIssue => ({
          level: 'error',
          file,
          path: 'lastReportedOn',
          message: `${value.id} does not say for which day it was last reported`,
          tip: 'add the day of its newest report: without it nobody can tell whether it still holds',
        }),
      );
    return [...narrow, ...silent];
  },
};

/** Two numbers of one measure for the same region and year cannot both be right. */
export const measuresSound: Rule = {
  name: 'measures-sound',
  description: 'a measure has one number for a region and a year, and no share above the whole',
  scope: 'file',
  check(data) {
    return data.measures.flatMap(({ file, value: { id, unit, values } }) =>
      values.flatMap((one, index): RuleIssue[] => {
        const issue = (message: string, tip: string): RuleIssue[] => [
          { level: 'error', file, path: `values[${index}]`, message, tip },
        ];
        const isTwice = values
          .slice(0, index)
          .some(({ regionId, year }) => regionId === one.regionId && year === one.year);
        const whole = unit === 'percent' ? 100 : one.of;
        return [
          ...(isTwice
            ? issue(
                `${id} has two numbers for ${one.regionId} in ${one.year}`,
                'keep the one whose source counts by this definition',
              )
            : []),
          ...(whole !== undefined && one.value > whole
            ? issue(
                `${id} counts ${one.value} of ${whole} in ${one.regionId}`,
                'correct the number or what it is a part of',
              )
            : []),
        ];
      }),
    );
  },
};
