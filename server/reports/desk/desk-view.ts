import type { DeskCase } from '../../../client/server-entry.tsx';
import { publicCase } from '../store/case-rows.ts';
import type { QueuedCase } from '../store/desk-store.ts';

/** A case as the pages of the desk show it. */
export function caseOfDesk({ stored, messages, related }: QueuedCase): DeskCase {
  const { report } = stored;
  return { shown: publicCase(stored), messages, related, ...(report && { report }) };
}

/** The cases before and after one in the queue. */
export function neighboursOf(
  number: string,
  waiting: readonly string[],
): { previous?: string; next?: string } {
  const at = waiting.indexOf(number);
  const [previous, next] = at < 0 ? [undefined, waiting[0]] : [waiting[at - 1], waiting[at + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** Where work goes on after cases were decided: the next that still waits, or the last one before. */
export function nextOpen(
  before: readonly string[],
  decided: readonly string[],
  after: readonly string[],
): string | undefined {
  const at = Math.max(...decided.map((number) => before.indexOf(number)), -1);
  const isOpen = (number: string) => after.includes(number);
  return before.slice(at + 1).find(isOpen) ?? before.slice(0, at + 1).findLast(isOpen);
}
