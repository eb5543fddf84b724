import { createServer, type IncomingMessage } from 'node:http';
import { type RunningServer, startServer } from './harness.ts';

/** A page as the browser is given it. */
interface Given {
  status: number;
  text: string;
}

/** What stands between the browser and the server, and may change the pages that pass. */
interface BadLine {
  start(): Promise<RunningServer>;
  /** Changes each page from now on; `isVisit` is false where a script asked and not the reader. */
  change(page: (given: Given, path: string, isVisit: boolean) => Given): void;
}

/** All but how long an answer may be kept: the browser is to ask each time. */
const PASSED = ['content-type', 'content-security-policy', 'location'];

/** Starts the server behind a line that hands everything on until it is told otherwise. */
export function createBadLine(): BadLine {
  let change: Parameters<BadLine['change']>[0] = (given) => given;
  const answer = async (request: IncomingMessage, origin: string) => {
    const path = request.url ?? '/';
    const response = await fetch(origin + path, { redirect: 'manual' });
    const headers = PASSED.flatMap((name): [string, string][] => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (!isPage) {
      return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
    }
    const given = { status: response.status, text: await response.text() };
    const isVisit = request.headers['sec-fetch-mode'] === 'navigate';
    const { status, text } = change(given, path, isVisit);
    return { status, headers, body: Buffer.from(text) };
  };
  return {
    change: (page) => {
      change = page;
    },
    async start() {
      const behind = await startServer();
      const line = createServer((request, response) => {
        answer(request, behind.origin).then(
          ({ status, headers, body }) => {
            response.writeHead(status, Object.fromEntries(headers)).end(body);
          },
          () => response.destroy(),
        );
      });
      await new Promise<void>((resolve) => line.listen(0, 'localhost', resolve));
      const address = line.address();
      if (address === null || typeof address === 'string') throw new Error('the line has no port');
      return {
        origin: `http://localhost:${address.port}`,
        stop: async () => {
          line.close();
          line.closeAllConnections();
          await behind.stop();
        },
      };
    },
  };
}
