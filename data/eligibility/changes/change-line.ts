import type { Household, Line } from '../../schema/household.ts';

/** A household with one line changed; the same where it has no such line. */
export function changeLine(household: Household, lineId: string, change: Partial<Line>): Household {
  return {
    ...household,
    lines: household.lines.map((line) => (line.id === lineId ? { ...line, ...change } : line)),
  };
}
