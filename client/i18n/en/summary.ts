import type * as ru from '../ru/summary.ts';

export const summary: typeof ru.summary = {
  link: 'Answers for all regions, a table to read',
  note: 'a row a region: the answer in words, two operators, plan, price, telephone, addresses of sources',
  columns: [
    'Region',
    'Code',
    'Answer',
    'How well it is known',
    'Operator 1',
    'Plan 1',
    'Price 1',
    'How to reach it 1',
    'Operator 2',
    'Plan 2',
    'Price 2',
    'How to reach it 2',
    'What to ask',
    'Date',
    'Page of the region',
    'Sources',
  ],
};
