/** A CQL2 expression in its JSON form, as far as it is understood here (OGC 21-065r2, clause 6). */
export type Cql2 =
  | string
  | number
  | boolean
  | { readonly property: string }
  | { readonly date: string }
  | { readonly type: 'Point'; readonly coordinates: readonly number[] }
  | { readonly op: string; readonly args: readonly Cql2[] }
  | readonly Cql2[];

/** A mistake in a filter; its message goes to the client. */
export class FilterMistake extends Error {
  override readonly name = 'FilterMistake';
}
