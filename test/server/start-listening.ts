import type { Socket } from 'node:net';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import { type AppOptions, createApp } from '../../server/app.ts';
import { type ListenOptions, listen } from '../../server/listen.ts';
import type { TestApp } from './test-app.ts';

/** A service that listens until its test ends. */
interface Listening {
  readonly address: string;
  /** The service's end of the connection, as soon as the head of a first request has come through it. */
  readonly arrived: Promise<Socket>;
  stop(): Promise<void>;
}

type Bindings = HttpBindings | Http2Bindings;

interface Options extends AppOptions, Partial<ListenOptions> {
  /** Told of each request before the app answers it. */
  readonly onRequest?: (bindings: Bindings) => void;
}

/** Starts the service of a test on a free port. */
export async function startListening(test: TestApp, options: Options = {}): Promise<Listening> {
  let arrive: (socket: Socket) => void;
  const arrived = new Promise<Socket>((resolve) => {
    arrive = resolve;
  });
  const app = createApp(test, options);
  const fetch = (request: Request, bindings: Bindings) => {
    arrive(bindings.incoming.socket);
    options.onRequest?.(bindings);
    return app.fetch(request, bindings);
  };
  const { port, stop } = await listen(
    { fetch },
    {
      port: 0,
      host: '127.0.0.1',
      handleProblem: test.handleProblem,
      limitsConnections: options.rateLimit !== undefined,
      ...options,
    },
  );
  onTestFinished(stop);
  return { address: `http://127.0.0.1:${port}`, arrived, stop };
}
