import type { Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { type ListenOptions, listen } from '../../server/listen.ts';
import type { TestApp } from './test-app.ts';

/** A service that listens until its test ends. */
export interface Listening {
  readonly address: string;
  /** The service's end of the connection, as soon as the head of a first request has come through it. */
  readonly arrived: Promise<Socket>;
  stop(): Promise<void>;
}

/** Starts the service of a test on a free port. */
export async function startListening(
  { app, shortWay, refuse }: TestApp,
  options: Partial<ListenOptions> = {},
): Promise<Listening> {
  let arrive: (socket: Socket) => void;
  const arrived = new Promise<Socket>((resolve) => {
    arrive = resolve;
  });
  const { port, stop } = await listen(app, {
    port: 0,
    host: '127.0.0.1',
    refuse,
    ...options,
    shortWay: (incoming, ...rest) => {
      arrive(incoming.socket);
      return (options.shortWay ?? shortWay)(incoming, ...rest);
    },
  });
  onTestFinished(stop);
  return { address: `http://127.0.0.1:${port}`, arrived, stop };
}
