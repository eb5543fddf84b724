import type { RuleIssue } from '../authored/issue.ts';
import type { Rule } from './rule.ts';

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
