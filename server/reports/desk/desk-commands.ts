import * as z from 'zod';
import { readCaseNumber } from '../../../data/core/reports/case-number.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { DeclineReason, ReportText, SourceChange } from '../../../data/core/schema/report.ts';
import type { OpenStore } from '../open-store.ts';
import { Backup, type Write } from '../store/backup.ts';
import type { Decided, Decision } from '../store/desk-store.ts';
import { signInOf } from './sign-in.ts';

const Case = z.string().transform((text, context) => {
  const number = readCaseNumber(text);
  if (number !== undefined) return number;
  context.addIssue({
    code: 'custom',
    message: `${text} is no case number: its check character does not fit`,
  });
  return z.NEVER;
});

/** What the desk decides of cases. */
export const DeskDecision = z.discriminatedUnion('command', [
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
]);
export type DeskDecision = z.infer<typeof DeskDecision>;

/** What the desk can be asked to do on a command line. */
export const DeskCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('list') }),
  z.strictObject({ command: z.literal('show'), case: Case }),
  z.strictObject({ command: z.literal('log') }),
  DeskDecision,
]);
export type DeskCommand = z.infer<typeof DeskCommand>;

const MemberName = z.string().regex(/^[\p{L}\d][\p{L}\d ._-]{0,39}$/u, {
  error: 'expected a name of 1 to 40 letters, digits, blanks, dots and hyphens',
});

/** What only a maintainer on the machine may ask: by the command line, never by a page. */
export const MaintainerCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('invite'), name: MemberName }),
  z.strictObject({ command: z.literal('dismiss'), name: MemberName }),
  z.strictObject({ command: z.literal('report-sources'), changes: z.array(SourceChange) }),
  z.strictObject({ command: z.literal('backup') }),
  z.strictObject({ command: z.literal('restore'), backup: Backup }),
]);
export type MaintainerCommand = z.infer<typeof MaintainerCommand>;

const MAX_QUEUE = 500;
const MAX_LOG = 200;

/** Who stands in the log for what is done on the machine alone. */
const MAINTAINER = 'maintainer';

/** Why an act of the desk was not done. */
type WhyRefused = Exclude<Decided, 'done'>;

const REFUSALS: Readonly<Record<WhyRefused, string>> = {
  'unknown-case': 'there is no such case',
  closed: 'the case is closed: it was decided or withdrawn',
  'unknown-target': 'the case to merge into must be another one, and open or decided itself',
  'not-fitting': 'an experience is published, not accepted: nobody claims that it holds for others',
};

/** An act that cannot be done, in a sentence for the desk; `why` for pages, which have words of their own. */
export class DeskRefusal extends Error {
  override readonly name = 'DeskRefusal';
  readonly why: WhyRefused | undefined;

  constructor(sentence: string, why?: WhyRefused) {
    super(sentence);
    this.why = why;
  }
}

const refuse = (number: string, why: WhyRefused) =>
  new DeskRefusal(`${number}: ${REFUSALS[why]}`, why);

/** Decides as a member asks. Returns the cases that were decided; throws `DeskRefusal` where it cannot be done. */
export async function decideAtDesk(
  { desk }: Pick<OpenStore, 'desk'>,
  command: DeskDecision,
  { member, today }: { member: string; today: IsoDate },
): Promise<{ done: string[] }> {
  if (command.command === 'decline') {
    return { done: await desk.declineAll(command.cases, command.reason, member, today) };
  }
  const decided = await desk.decide(command.case, decisionOf(command), member, today);
  if (decided !== 'done') throw refuse(command.case, decided);
  return { done: [command.case] };
}

function decisionOf(command: Exclude<DeskDecision, { command: 'decline' }>): Decision {
  switch (command.command) {
    case 'publish':
    case 'accept':
      return { act: command.command, withText: command.withText };
    case 'merge':
      return { act: 'merge', into: command.into };
    case 'ask':
      return { act: 'ask', question: command.question };
  }
}

/** Does what a member of the desk asks. Throws `DeskRefusal` where it cannot be done. */
export async function runDeskCommand(
  { desk }: Pick<OpenStore, 'desk'>,
  command: DeskCommand,
  who: { member: string; today: IsoDate },
): Promise<unknown> {
  switch (command.command) {
    case 'list':
      return { queue: await desk.queue(MAX_QUEUE) };
    case 'show': {
      const shown = await desk.show(command.case);
      if (shown === undefined) throw refuse(command.case, 'unknown-case');
      return shown;
    }
    case 'log':
      return { log: await desk.log(MAX_LOG) };
    default:
      return decideAtDesk({ desk }, command, who);
  }
}

/** A result that is written bit by bit, as JSON: as a whole it would hold others up. */
export class WrittenResult {
  readonly write: (write: Write) => Promise<void>;

  constructor(write: (write: Write) => Promise<void>) {
    this.write = write;
  }
}

/** Does what a maintainer asks. `now`: milliseconds since 1970. */
export async function runMaintainerCommand(
  store: OpenStore,
  command: MaintainerCommand,
  { today, now }: { today: IsoDate; now: () => number },
): Promise<unknown> {
  const { cases, desk, passkeys } = store;
  switch (command.command) {
    case 'invite': {
      const token = await signInOf(store, now).invite(command.name);
      await desk.note(MAINTAINER, 'invite', today, { name: command.name });
      return { path: `/desk#${token}` };
    }
    case 'dismiss': {
      if (!(await passkeys.dismiss(command.name)))
        throw new DeskRefusal(`${command.name} has no passkey, session or invitation`);
      await desk.note(MAINTAINER, 'dismiss', today, { name: command.name });
      return { dismissed: command.name };
    }
    case 'report-sources': {
      const numbers: string[] = [];
      for (const report of command.changes) {
        const submitted = await cases.submit({ report, today });
        if ('stored' in submitted) numbers.push(submitted.stored.number);
      }
      return { cases: numbers };
    }
    case 'backup':
      return new WrittenResult((write) => store.backup(write));
    case 'restore':
      await store.restore(command.backup);
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
    case 'dismiss':
    case 'report-sources':
    case 'backup':
    case 'restore':
      return runMaintainerCommand(store, command, who);
    default:
      return runDeskCommand(store, command, who);
  }
}
