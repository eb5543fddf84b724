import { ISO_REGION_IDS } from './iso-region-ids.ts';
import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

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
