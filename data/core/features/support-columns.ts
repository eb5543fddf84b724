import { CONFIDENCES, FRESHNESS, METHODS } from '../schema/source.ts';
import type { Column } from './collection.ts';

/** How well a verdict is supported; nothing where it is unknown. */
export const SUPPORT_COLUMNS: readonly Column[] = [
  {
    name: 'confidence',
    type: 'string',
    description: 'Weakest source that decides the verdict',
    values: CONFIDENCES,
    nullable: true,
  },
  {
    name: 'method',
    type: 'string',
    description: 'How the verdict was come by',
    values: METHODS,
    nullable: true,
  },
  {
    name: 'freshness',
    type: 'string',
    description: 'Age of the evidence',
    values: FRESHNESS,
    nullable: true,
  },
];
