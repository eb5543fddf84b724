import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import type { Request } from '../load/climb.ts';
import type { Turn } from './watched-server.ts';

/** What compose.yaml gives a replica: how much room there is for young objects is part of how long collecting them takes. */
const NODE_OPTIONS = '--max-old-space-size=320 --max-semi-space-size=8';

const Turned: z.ZodType<Turn> = z.object({ held: z.number(), clock: z.number() });

/** A request that is watched. */
export interface Asked extends Request {
  /** `Accept-Encoding` */
  readonly coding?: string | undefined;
}

/** A service in another process whose turns are watched. */
export interface WatchedServer {
  /** The longest turn while a request is answered; `undefined` where its status is none of those that count. */
  ask(asked: Asked, answers?: readonly number[]): Promise<Turn | undefined>;
  /** Forgets all that was kept of former answers; the code stays compiled. */
  renew(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the service in a process that does nothing else.
 *
 * @param dataDir where its reports and keys are kept
 */
export async function watchServer(dataDir: string): Promise<WatchedServer> {
  const child = fork(join(import.meta.dirname, 'watched-server.js'), {
    env: { ...process.env, NODE_OPTIONS, DATA_DIR: dataDir },
  });
  const { port } = z.object({ port: z.int() }).parse(await heard(child));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const order = (name: string): Promise<unknown> => {
    const answer = heard(child);
    child.send(name);
    return answer;
  };
  return {
    async ask(asked, answers = [200]) {
      await order('watch');
      const status = await send(port, agent, asked);
      const turn = Turned.parse(await order('tell'));
      return answers.includes(status) ? turn : undefined;
    },
    async renew() {
      await order('renew');
    },
    async stop() {
      agent.destroy();
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function heard(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message');
  return message;
}

/** Status of an answer that is read whole. */
function send(
  port: number,
  agent: Agent,
  { path, body, accept = '*/*', coding, fields }: Asked,
): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    accept,
    ...(coding === undefined ? {} : { 'accept-encoding': coding }),
    ...fields,
  };
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', reject)
      .end(body);
  });
}
