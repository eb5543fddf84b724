import type { DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { Verdict } from '../../data/core/schema/verdict.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { colon } from '../i18n/grammar/format.ts';
import { byName } from '../i18n/grammar/names.ts';
import type { PageContext } from './context/page-context.ts';

/** What lists, tables and the drawn map say of one region. */
export interface RegionAnswer {
  region: DatasetRegion;
  /** In the page's language. */
  name: string;
  verdict: Verdict;
  /** Operators that reach the verdict, in the order of the assessment. */
  bestOperatorIds: string[];
  /** Step of lightness: 1 to 4 operators, 4 standing for "and more"; absent for `no` and `unknown`. */
  reach?: 1 | 2 | 3 | 4;
  /** `Татарстан: возможно при условиях`. */
  sentence: string;
}

const REACH = [1, 2, 3, 4] as const;

/** The answers of all regions for the default household, in the order of the names. */
export function regionAnswers(context: PageContext, language: Language): RegionAnswer[] {
  const words = catalogueOf(language);
  const regions = byName(language, context.dataset.regions, ({ name }) => name[language]);
  return regions.map((region): RegionAnswer => {
    const { verdict, operators } = context.assess(region.id);
    const best = operators.filter((operator) => operator.verdict === verdict);
    const reach = REACH[Math.min(best.length, 4) - 1];
    const counts = verdict === 'partial' || verdict === 'yes';
    const name = region.name[language];
    return {
      region,
      name,
      verdict,
      bestOperatorIds: best.map((operator) => operator.operatorId),
      ...(counts && reach !== undefined ? { reach } : {}),
      sentence: name + colon(language) + words.verdictNames[verdict],
    };
  });
}
