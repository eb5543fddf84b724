import type { CollectionDefinition } from './collection.ts';
import { OPERATOR_REGIONS } from './operator-region-features.ts';
import { PLACES } from './place-features.ts';
import { REGIONS } from './region-features.ts';

/** The collections, in the order in which they are listed. */
export const COLLECTIONS: readonly CollectionDefinition[] = [REGIONS, PLACES, OPERATOR_REGIONS];
