import * as z from 'zod';
import { readCaseNumber } from '../../../data/core/reports/case-number.ts';
import { DeclineReason, SourceChange } from '../../../data/core/schema/case.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { ReportText } from '../../../data/core/schema/report.ts';
import type { OpenStore } from '../lazy-store.ts';
import { publishedFrom } from '../reports.ts';
import { Backup } from '../store/backup.ts';
import type { Decided, Decision } from '../store/desk-store.ts';
import { createSignIn } from './sign-in.ts';

const Case = z.string().transform((text, context) => {
  const number = readCaseNumber(text);
  if (number !== undefined) return number;
  context.addIssue({
    code: 'custom',
    message: `${text} is no case number: its check character does not fit`,
  });
  return z.NEVER;
});

/** What the desk can be asked to do, from a page or from a command line. */
export const DeskCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('list') }),
  z.strictObject({ command: z.literal('show'), case: Case }),
  z.strictObject({
    command: z.literal('publish'),
    case: Case,
    withText: z.boolean().default(false),
  }),
  z.strictObject({
    command: z.literal('accept'),
    case: Case,
    withText: z.boolean().default(false),
  }),
  z.strictObject({
    command: z.literal('decline'),
    cases: z.array(Case).min(1).max(1_000),
    reason: DeclineReason,
  }),
  z.strictObject({ command: z.literal('merge'), case: Case, into: Case }),
  z.strictObject({ command: z.literal('ask'), case: Case, question: ReportText }),
  z.strictObject({ command: z.literal('log') }),
]);
export type DeskCommand = z.infer<typeof DeskCommand>;

/** What only a maintainer on the machine may ask: by the command line, never by a page. */
export const MaintainerCommand = z.discriminatedUnion('command', [
  z.strictObject({
    command: z.literal('invite'),
    name: z.string().regex(/^[\p{L}\d][\p{L}\d ._-]{0,39}$/u),
  }),
  z.strictObject({ command: z.literal('published') }),
  z.strictObject({ command: z.literal('report-sources'), changes: z.array(SourceChange) }),
  z.strictObject({ command: z.literal('backup') }),
  z.strictObject({ command: z.literal('restore'), backup: Backup }),
]);
export type MaintainerCommand = z.infer<typeof MaintainerCommand>;

const MAX_QUEUE = 500;
const MAX_LOG = 200;

const REFUSALS: Readonly<Record<Exclude<Decided, 'done'>, string>> = {
  'unknown-case': 'there is no such case',
  closed: 'the case is closed: it was decided or withdrawn',
  'unknown-target': 'the case to merge into must be another one, and open or decided itself',
  'not-fitting': 'an experience is published, not accepted: nobody claims that it holds for others',
};

/** An act that cannot be done, in a sentence for the desk. */
export class DeskRefusal extends Error {
  override readonly name = 'DeskRefusal';
}

/** Does what a member of the desk asks. Throws `DeskRefusal` where it cannot be done. */
export async function runDeskCommand(
  { desk }: OpenStore,
  command: DeskCommand,
  { member, today }: { member: string; today: IsoDate },
): Promise<unknown> {
  const decide = async (number: string, decision: Decision) => {
    const decided = await desk.decide(number, decision, member, today);
    if (decided !== 'done') throw new DeskRefusal(`${number}: ${REFUSALS[decided]}`);
    return { done: [number] };
  };
  switch (command.command) {
    case 'list':
      return { queue: await desk.queue(MAX_QUEUE) };
    case 'show': {
      const shown = await desk.show(command.case);
      if (shown === undefined)
        throw new DeskRefusal(`${command.case}: ${REFUSALS['unknown-case']}`);
      return shown;
    }
    case 'publish':
    case 'accept':
      return decide(command.case, { act: command.command, withText: command.withText });
    case 'decline':
      return { done: await desk.declineAll(command.cases, command.reason, member, today) };
    case 'merge':
      return decide(command.case, { act: 'merge', into: command.into });
    case 'ask':
      return decide(command.case, { act: 'ask', question: command.question });
    case 'log':
      return { log: await desk.log(MAX_LOG) };
  }
}

/** Does what a maintainer asks. `now`: milliseconds since 1970. */
export async function runMaintainerCommand(
  { cases, desk, passkeys, backup, restore }: OpenStore,
  command: MaintainerCommand,
  { today, now }: { today: IsoDate; now: () => number },
): Promise<unknown> {
  switch (command.command) {
    case 'invite': {
      const token = await createSignIn(passkeys, now).invite(command.name);
      await desk.note('maintainer', 'invite', today);
      return { path: `/desk#${token}` };
    }
    case 'published':
      return publishedFrom(cases, today);
    case 'report-sources': {
      const numbers: string[] = [];
      for (const report of command.changes) {
        const submitted = await cases.submit({ report, today });
        if ('stored' in submitted) numbers.push(submitted.stored.number);
      }
      return { cases: numbers };
    }
    case 'backup':
      return backup();
    case 'restore':
      await restore(command.backup);
      return { restored: command.backup.tables.report_case.length };
  }
}

/** Does what was asked on this machine: what the desk may ask, and what only a maintainer may. */
export function runLocalCommand(
  store: OpenStore,
  command: DeskCommand | MaintainerCommand,
  who: { member: string; today: IsoDate; now: () => number },
): Promise<unknown> {
  switch (command.command) {
    case 'invite':
    case 'published':
    case 'report-sources':
    case 'backup':
    case 'restore':
      return runMaintainerCommand(store, command, who);
    default:
      return runDeskCommand(store, command, who);
  }
}
