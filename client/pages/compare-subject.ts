import type { DatasetRegion } from '../../data/schema/dataset.ts';
import type { DatasetOperator } from '../../data/schema/dataset-claim.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';

/** What a table compares: the operators of one region, or the regions of one operator. */
export type CompareSubject =
  | { kind: 'region'; region: DatasetRegion }
  | { kind: 'operator'; operator: DatasetOperator };

/** Region that is shown where the address asks for nothing. */
const CAPITAL = 'RU-MOW';

/** What the query of an address asks for; a region goes before an operator. */
export function compareSubject(
  query: URLSearchParams,
  regions: readonly DatasetRegion[],
  operators: readonly DatasetOperator[],
): CompareSubject | undefined {
  const region = regions.find(({ id }) => id === query.get('region'));
  if (region !== undefined) return { kind: 'region', region };
  const operator = operators.find(({ id }) => id === query.get('operator'));
  if (operator !== undefined) return { kind: 'operator', operator };
  const capital = regions.find(({ id }) => id === CAPITAL);
  return capital && { kind: 'region', region: capital };
}

/** The query that asks for a subject. */
export function queryOf(subject: CompareSubject): string {
  return subject.kind === 'region'
    ? `region=${subject.region.id}`
    : `operator=${subject.operator.id}`;
}

/** What stands over the table. */
export function headingOf(subject: CompareSubject, language: Language): string {
  const { compare } = catalogueOf(language);
  return subject.kind === 'region'
    ? compare.operatorsIn(subject.region.name[language])
    : compare.regionsOf(subject.operator.brand[language]);
}
