/** Makes something once, when it is first asked for: what only some queries need costs the others nothing. */
export function whenFirstAsked<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
