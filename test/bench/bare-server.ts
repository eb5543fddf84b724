import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import * as z from 'zod';

// The rival of the benchmarks: a server that does nothing but send captured bytes with the captured header fields.
const Index = z.array(
  z.object({
    path: z.string(),
    status: z.int(),
    headers: z.record(z.string(), z.string()),
    at: z.int(),
    length: z.int(),
  }),
);

const [, , port, file] = process.argv;
const bodies = readFileSync(`${file}.bin`);
const answers = new Map(
  Index.parse(JSON.parse(readFileSync(`${file}.json`, 'utf8'))).map(
    ({ path, status, headers, at, length }) => [
      path,
      { status, headers, body: bodies.subarray(at, at + length) },
    ],
  ),
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
