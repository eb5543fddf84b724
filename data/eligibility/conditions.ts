import type { Condition } from '../schema/condition.ts';

/** Identity of a condition: its code and parameters, whatever order the parameters were written in. */
export function conditionKey(condition: Condition): string {
  const params = Object.entries(condition.params ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([condition.code, params]);
}

/** Conditions of several lists, each once, in order of first appearance. */
export function mergeConditions(lists: readonly (readonly Condition[])[]): Condition[] {
  const all = lists.flat();
  if (all.length <= 1) return all;
  const merged = new Map<string, Condition>();
  for (const condition of all) {
    const key = conditionKey(condition);
    if (!merged.has(key)) merged.set(key, condition);
  }
  return [...merged.values()];
}
