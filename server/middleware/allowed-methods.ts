/** Which methods each address of the service knows, for `Allow`. */
export interface AllowedMethods {
  /** Notes that addresses of a pattern (`/api/v1/operators/:operatorId`) know these methods besides OPTIONS. */
  add(pattern: string, methods: readonly string[]): void;
  /** Value of `Allow` for a path; `undefined` where no pattern fits. */
  at(path: string): string | undefined;
}

/** An empty register; of several patterns that fit a path the first decides. */
export function createAllowedMethods(): AllowedMethods {
  const entries = new Map<string, { expression: RegExp; methods: Set<string> }>();
  return {
    add(pattern, methods) {
      const entry = entries.get(pattern) ?? {
        expression: new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}/?$`),
        methods: new Set(['OPTIONS']),
      };
      for (const method of methods) entry.methods.add(method);
      entries.set(pattern, entry);
    },
    at(path) {
      const entry = [...entries.values()].find(({ expression }) => expression.test(path));
      return entry === undefined ? undefined : [...entry.methods].sort().join(', ');
    },
  };
}
