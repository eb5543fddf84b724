import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import * as z from 'zod';

// The rival of `http.ts`: a server that does nothing but send the captured bytes with the captured header fields.
const Captured = z.record(
  z.string(),
  z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string() }),
);

const [, , port, file] = process.argv;
const captured = Captured.parse(JSON.parse(readFileSync(file ?? '', 'utf8')));
const answers = new Map(
  Object.entries(captured).map(([path, { status, headers, body }]) => [
    path,
    { status, headers, body: Buffer.from(body, 'base64') },
  ]),
);

createServer((request, response) => {
  const { url = '' } = request;
  const known = request.headers['if-none-match'] === undefined ? url : `${url} 304`;
  const answer = answers.get(known) ?? answers.get(url.slice(0, url.indexOf('?')));
  if (answer === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.status === 304 ? undefined : answer.body);
}).listen(Number(port), '127.0.0.1', () => console.log('listens'));
