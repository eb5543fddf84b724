import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { DeclineReason } from '../../../data/core/schema/report.ts';
import { replaceFile } from '../../../data/tools/files/replace.ts';
import { runCommand } from '../../../data/tools/run-command.ts';
import { dayInMoscow } from '../../api/datetime.ts';
import { readConfig } from '../../config.ts';
import { openStore } from '../open-store.ts';
import { runLocalCommand, WrittenResult } from './desk-commands.ts';
import { askLocal, LocalRequest } from './local-socket.ts';

// npm run desk -- COMMAND: the desk on a command line. The compiled file lies in build/server/reports/desk.
const root = join(import.meta.dirname, '../../../..');

const USAGE = `npm run desk -- list                          cases that wait, the oldest first
npm run desk -- show CASE                     a case, its messages and others about the same
npm run desk -- decide CASE publish|accept [--with-text]
npm run desk -- decide CASE decline REASON    ${DeclineReason.options.join(', ')}
npm run desk -- decide CASE merge OTHER
npm run desk -- decide CASE ask "QUESTION"
npm run desk -- decline REASON CASE...        many at once
npm run desk -- invite NAME                   an address for a new member, good for a week
npm run desk -- dismiss NAME                  takes passkeys, sessions and invitations of a member away
npm run desk -- log
npm run desk -- report-sources FILE           changes of sources that data:watch found
npm run desk -- backup FILE
npm run desk -- restore FILE                  while no service has the folder open
  --json       the answer as JSON     --as NAME    who decides (default: your user name)`;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      as: { type: 'string' },
      'with-text': { type: 'boolean', default: false },
    },
  });
  const [word, ...rest] = positionals;
  const command = await commandOf(word, rest, values['with-text']);
  if (command === undefined) {
    console.log(USAGE);
    process.exitCode = word === undefined || word === 'help' ? 0 : 1;
    return;
  }
  const request = LocalRequest.parse({ member: values.as ?? userInfo().username, command });
  const result = await perform(request);
  if (word === 'backup') {
    await replaceFile(rest[0] ?? '', `${JSON.stringify(result, null, 1)}\n`);
    console.log(`${rest[0]} holds everything that is stored: keep it where only you can read it.`);
    return;
  }
  console.log(
    values.json ? JSON.stringify(result, null, 2) : describeResult(request.command, result),
  );
}

/** What the words of a command line mean, still unchecked. */
async function commandOf(
  word: string | undefined,
  rest: readonly string[],
  withText: boolean,
): Promise<unknown> {
  const [first = '', second, ...others] = rest;
  switch (word) {
    case 'list':
    case 'log':
      return { command: word };
    case 'show':
      return { command: word, case: first };
    case 'decline':
      return { command: word, reason: first, cases: rest.slice(1) };
    case 'invite':
    case 'dismiss':
      return { command: word, name: first };
    case 'backup':
      if (first === '') throw new Error('backup needs the name of a file');
      return { command: word };
    case 'report-sources':
      return { command: word, changes: JSON.parse(await readFile(first, 'utf8')) };
    case 'restore':
      return { command: word, backup: JSON.parse(await readFile(first, 'utf8')) };
    case 'decide':
      switch (second) {
        case 'publish':
        case 'accept':
          return { command: second, case: first, withText };
        case 'decline':
          return { command: second, cases: [first], reason: others[0] };
        case 'merge':
          return { command: second, case: first, into: others[0] };
        case 'ask':
          return { command: second, case: first, question: others.join(' ') };
        default:
          return undefined;
      }
    default:
      return undefined;
  }
}

/** Asks the running service, which has the embedded database to itself; without one, opens the database here. */
async function perform(request: LocalRequest): Promise<unknown> {
  const { reports } = readConfig(process.env);
  if (reports === undefined) throw new Error('REPORTS is off: there is no desk');
  const { databaseUrl, dataDir } = reports;
  // A backup is read in one stretch, for which a service would answer nobody: it is put back where none runs.
  const isForService = databaseUrl === undefined && request.command.command !== 'restore';
  const asked = isForService ? await askLocal(dataDir, request) : undefined;
  if (asked !== undefined) return asked.result;
  const migrations = join(root, 'server/reports/store/migrations');
  const store = await openStore({ databaseUrl, dataDir, migrations });
  try {
    const { member, command } = request;
    const who = { member, today: dayInMoscow(Date.now()), now: Date.now };
    const result = await runLocalCommand(store, command, who);
    if (!(result instanceof WrittenResult)) return result;
    const pieces: string[] = [];
    await result.write(async (piece) => void pieces.push(piece));
    return JSON.parse(pieces.join(''));
  } finally {
    await store.close();
  }
}

const Queued = z.object({
  stored: z.object({
    number: z.string(),
    state: z.string(),
    receivedOn: z.string().optional(),
    dueOn: z.string().optional(),
    report: z.record(z.string(), z.unknown()).optional(),
  }),
  messages: z.array(z.object({ author: z.string(), writtenOn: z.string(), body: z.string() })),
  related: z.array(z.string()),
});

const Results = {
  list: z.object({ queue: z.array(Queued) }),
  show: Queued,
  log: z.object({
    log: z.array(
      z.object({
        doneOn: z.string(),
        member: z.string(),
        act: z.string(),
        case: z.string().optional(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  done: z.object({ done: z.array(z.string()) }),
  invite: z.object({ path: z.string() }),
  dismiss: z.object({ dismissed: z.string() }),
};

/** What a command gave, for people at a terminal. */
function describeResult({ command }: LocalRequest['command'], result: unknown): string {
  switch (command) {
    case 'list': {
      const { queue } = Results.list.parse(result);
      return queue.length === 0 ? 'Nothing waits.' : queue.map(line).join('\n');
    }
    case 'show': {
      const shown = Results.show.parse(result);
      const fields = Object.entries(shown.stored.report ?? {}).map(
        ([name, value]) => `  ${name}: ${plain(value)}`,
      );
      const messages = shown.messages.map(
        ({ author, writtenOn, body }) => `  ${writtenOn} ${author}: ${plain(body)}`,
      );
      const related =
        shown.related.length === 0 ? [] : [`  about the same: ${shown.related.join(', ')}`];
      return [line(shown), ...fields, ...messages, ...related].join('\n');
    }
    case 'log':
      return Results.log
        .parse(result)
        .log.map(({ doneOn, member, act, case: number, detail }) =>
          [
            doneOn,
            member,
            act,
            number,
            ...Object.entries(detail).map(([name, value]) => `${name}=${value}`),
          ]
            .filter(Boolean)
            .join('  '),
        )
        .join('\n');
    case 'invite':
      return `Open this address of the service on the new member's device, within a week: ${Results.invite.parse(result).path}`;
    case 'dismiss':
      return `${Results.dismiss.parse(result).dismissed} has no way in any more; the log keeps the name.`;
    case 'publish':
    case 'accept':
    case 'decline':
    case 'merge':
    case 'ask': {
      const { done } = Results.done.parse(result);
      return done.length === 0 ? 'None of these was open.' : `Done: ${done.join(', ')}`;
    }
    default:
      return JSON.stringify(result);
  }
}

function line({ stored, messages }: z.infer<typeof Queued>): string {
  const { number, state, dueOn, report = {} } = stored;
  const about = [
    'kind',
    'operatorId',
    'regionId',
    'tried',
    'outcome',
    'claimId',
    'contactId',
    'placeId',
    'deviceId',
    'sourceId',
    'change',
  ]
    .flatMap((name) => (report[name] === undefined ? [] : [plain(report[name])]))
    .join(' ');
  const answered = messages.at(-1)?.author === 'sender' ? '  answered by its sender' : '';
  return `${number}  ${state}  due ${dueOn ?? '-'}  ${about}${answered}`;
}

/** Senders write what they like: nothing of it may steer a terminal. */
function plain(value: unknown): string {
  return String(value).replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ');
}

await runCommand(run);
