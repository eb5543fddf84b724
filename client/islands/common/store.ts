/** A value that others watch. */
export interface Store<T> {
  get(): T;
  /**
   * Replaces some fields; watchers hear of it only when a field changes. A change that a watcher makes is told after the
   * one it answers, so that all of them hear of all changes in the order in which they were made.
   */
  update(change: Partial<T>): void;
  /** Calls back after each change with the new and the former value; returns how to stop. */
  watch(watcher: (value: T, former: T) => void): () => void;
}

/** A store of one flat record, compared field by field: all that the map needs of a library of state, and loaded before it. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const watchers = new Set<(value: T, former: T) => void>();
  const untold: (readonly [value: T, former: T])[] = [];
  return {
    get: () => value,
    update(change) {
      const former = value;
      const next = { ...former, ...change };
      const keys = Object.keys(next) as (keyof T)[];
      if (keys.every((key) => Object.is(next[key], former[key]))) return;
      value = next;
      untold.push([next, former]);
      if (untold.length > 1) return;
      try {
        for (const [now, before] of untold) {
          for (const watcher of [...watchers]) watcher(now, before);
        }
      } finally {
        untold.length = 0;
      }
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
