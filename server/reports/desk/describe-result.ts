import * as z from 'zod';
import type { LocalRequest } from './local-socket.ts';

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
export function describeResult({ command }: LocalRequest['command'], result: unknown): string {
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
