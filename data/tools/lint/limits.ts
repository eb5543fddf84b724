import { LANGUAGES } from '../../core/schema/localized-text.ts';
import type { RestrictionKind } from '../../core/schema/restriction.ts';
import type { RuleIssue } from '../authored/issue.ts';
import { LANGUAGE_MARKS } from '../authored/languages.ts';
import { localizedTextsIn, type Rule } from './rule.ts';

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
