import * as z from 'zod';
import type { DeskAct } from '../../../client/server-entry.tsx';
import { readCaseNumber } from '../../../data/core/reports/case-number.ts';
import { CaseNumber } from '../../../data/core/schema/case.ts';
import { DeskDecision } from './desk-commands.ts';

/** What a form of a page asks for. */
export interface PostedAct {
  /** Absent where something is missing or wrong. */
  readonly command: DeskDecision | undefined;
  /** The case whose page the form stands on; absent for the queue. */
  readonly from: string | undefined;
}

/** Reads the form of a decision: `act`, `case` (several where they are declined together) and what the act needs. */
export function actIn(form: URLSearchParams): PostedAct {
  const [number = ''] = form.getAll('case');
  const act = form.get('act');
  const withText = form.has('with-text');
  const asked: Readonly<Record<string, object>> = {
    publish: { case: number, withText },
    accept: { case: number, withText },
    decline: { cases: form.getAll('case'), reason: form.get('reason') },
    ask: { case: number, question: form.get('question')?.replaceAll('\r\n', '\n') },
    merge: { case: number, into: form.get('into') },
  };
  const parsed = DeskDecision.safeParse({ command: act, ...asked[act ?? ''] });
  const from = form.get('from') === 'case' ? readCaseNumber(number) : undefined;
  return { command: parsed.data, from };
}

const Done = z.object({
  act: z.enum(['publish', 'accept', 'decline', 'ask', 'merge']),
  cases: z.array(CaseNumber),
});

/** The query by which the page after a decision says what was done. */
export function queryOfDone(act: DeskAct, cases: readonly string[]): string {
  const query = new URLSearchParams({ done: act });
  for (const number of cases) query.append('case', number);
  return query.toString();
}

/** What the address of a page says was done; nothing where it is not of that form. */
export function doneIn(query: URLSearchParams): z.infer<typeof Done> | undefined {
  return Done.safeParse({ act: query.get('done'), cases: query.getAll('case') }).data;
}
