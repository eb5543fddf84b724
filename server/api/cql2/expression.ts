import type { Geometry } from 'geojson';

/** A CQL2 expression in its JSON form, as far as it is understood here (OGC 21-065r2, clause 6). */
export type Cql2 =
  | string
  | number
  | boolean
  | { readonly property: string }
  | { readonly date: string }
  /** Days, both included; an open end is `undefined`. */
  | { readonly interval: readonly [from: string | undefined, to: string | undefined] }
  | Geometry
  | { readonly op: string; readonly args: readonly Cql2[] }
  | readonly Cql2[];

/** How deep an expression may nest. */
export const MAX_NESTING = 40;

/** Spatial predicates (OGC 21-065r2, 7.7), as DE-9IM names them. */
export const SPATIAL_PREDICATES = [
  's_intersects',
  's_contains',
  's_crosses',
  's_disjoint',
  's_equals',
  's_overlaps',
  's_touches',
  's_within',
] as const;
export type SpatialPredicate = (typeof SPATIAL_PREDICATES)[number];

/** Temporal predicates (OGC 21-065r2, 7.10). */
export const TEMPORAL_PREDICATES = [
  't_after',
  't_before',
  't_contains',
  't_disjoint',
  't_during',
  't_equals',
  't_finishedby',
  't_finishes',
  't_intersects',
  't_meets',
  't_metby',
  't_overlappedby',
  't_overlaps',
  't_startedby',
  't_starts',
] as const;
export type TemporalPredicate = (typeof TEMPORAL_PREDICATES)[number];

/** What is wrong in a filter; its message goes to the client. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
}
