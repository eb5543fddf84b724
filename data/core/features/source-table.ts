import { claimsById } from '../eligibility/claims/claim-index.ts';
import { CONFIDENCES, type Source } from '../schema/claim.ts';
import type { Dataset } from '../schema/dataset.ts';
import { type Column, type FlatValue, joinIds, type Table } from './collection.ts';

/** What a column says of a source; `claims` are those that cite it. */
interface SourceColumn extends Column {
  read(source: Source, claims: readonly { id: string; checkedOn: string }[]): FlatValue;
}

const COLUMNS: readonly SourceColumn[] = [
  {
    name: 'source_id',
    type: 'string',
    description: 'Id of the source, as claims name it',
    read: ({ id }) => id,
  },
  {
    name: 'title',
    type: 'string',
    description: 'Title of the document, in its own language',
    read: ({ title }) => title,
  },
  {
    name: 'publisher',
    type: 'string',
    description: 'Who published it',
    read: ({ publisher }) => publisher,
  },
  {
    name: 'url',
    type: 'string',
    description: 'Where it was read',
    read: ({ url }) => url,
  },
  {
    name: 'confidence',
    type: 'string',
    description:
      'Who speaks, from the strongest: operator or state, public register, press, others',
    values: CONFIDENCES,
    read: ({ confidence }) => confidence,
  },
  {
    name: 'language',
    type: 'string',
    description: 'Language of the document (BCP 47)',
    read: ({ language }) => language ?? null,
  },
  {
    name: 'observed_on',
    type: 'string',
    description:
      'Day, month or year that it speaks for: its publication, or the last reading of a live page; empty where undated',
    read: ({ observedOn }) => observedOn ?? null,
  },
  {
    name: 'checked_on',
    type: 'date',
    description: 'Last day on which a claim was checked against it; empty where no claim cites it',
    read: (_source, claims) =>
      claims
        .map(({ checkedOn }) => checkedOn)
        .sort()
        .at(-1) ?? null,
  },
  {
    name: 'claims',
    type: 'string',
    description: 'Ids of the claims that cite it, joined by semicolons',
    read: (_source, claims) => joinIds(claims.map(({ id }) => id)),
  },
];

/** Every cited document, a row each, for those who want to read it themselves. */
export function sourceTable(dataset: Dataset): Table {
  const claims = [...claimsById(dataset).values()];
  return {
    id: 'sources',
    title: 'Sources',
    description:
      'Every cited document: who published it, where and when it was read, what it is cited for.',
    columns: COLUMNS.map(({ read: _, ...column }) => column),
    rows: dataset.sources.map((source) => {
      const citing = claims.filter(({ sourceIds }) => sourceIds.includes(source.id));
      return COLUMNS.map(({ read }) => read(source, citing));
    }),
  };
}
