import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf } from '../links.ts';
import type { Route } from '../route.ts';
import type { Answering } from './answering.ts';
import { isPlainHost } from './request-context.ts';
import { type PreparedAnswer, type RequestFields, settle } from './respond.ts';

/** Answers a request at once and says so, or leaves it untouched for the long way. */
export type ShortWay = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  extra: RequestFields,
) => boolean;

/**
 * The short way past the framework for what is asked most: GET of a file, or of a route without parts in its path.
 * The same functions answer as on the long way, without a `Request` and a `Response` being made for them, which cost
 * as much as Node's whole share of a request. Whatever is out of the ordinary (refusals among it) takes the long way.
 */
export function createShortWay(options: {
  routes: readonly Route[];
  files: ReadonlyMap<string, PreparedAnswer>;
  answering: Answering;
  origin?: string | undefined;
}): ShortWay {
  const { routes, files, answering } = options;
  const plain = new Map(
    routes
      .filter(({ document }) => document.method === 'get' && !document.path.includes('{'))
      .map((route) => [addressOf(route.document.path), route]),
  );

  function answerOf({ url = '', headers }: IncomingMessage): PreparedAnswer | undefined {
    const queryStart = url.indexOf('?');
    const path = queryStart < 0 ? url : url.slice(0, queryStart);
    const file = files.get(path);
    if (file !== undefined) return file;
    const route = plain.get(path);
    const { host = '' } = headers;
    if (route === undefined || url.includes('#') || !isPlainHost(host)) return undefined;
    const rawQuery = queryStart < 0 ? '' : url.slice(queryStart + 1);
    const origin = options.origin ?? `http://${host}`;
    return answering.get(route, {
      origin,
      path,
      rawQuery,
      params: {},
      accept: headers.accept,
      body: undefined,
    });
  }

  return (incoming, outgoing, extra) => {
    if (incoming.method !== 'GET') return false;
    try {
      const answer = answerOf(incoming);
      if (answer === undefined) return false;
      const { method, headers } = incoming;
      const sending = settle(answer, { method, headers }, extra);
      if (sending instanceof Promise) return false;
      outgoing.writeHead(sending.status, sending.fields).end(sending.body ?? undefined);
      return true;
    } catch {
      // Whatever is wrong, the long way meets it again and says so.
      return false;
    }
  };
}
