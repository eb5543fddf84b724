import type { McpHttpHandler, McpServer } from '@modelcontextprotocol/server';
import { Hono } from 'hono';
import { parseJson, readPost, refuseBody } from '../api/json-body.ts';
import { conclusionTable, readingRules } from '../meaning.ts';
import type { CommonHeaders } from '../middleware/answer.ts';
import { ProblemError, shorten } from '../middleware/problem.ts';
import {
  type App,
  type AppContext,
  fieldOf,
  type RequestContext,
  readRequest,
} from '../middleware/request-context.ts';
import { type Computing, compute, prepareAnswer } from '../middleware/send-answer.ts';
import type { Service } from '../service.ts';
import { ASSESS_HOUSEHOLD } from './assess-household.ts';
import { CITE_EVIDENCE } from './cite-evidence.ts';
import { FIND_REGION } from './find-region.ts';
import { LIST_OPERATORS } from './list-operators.ts';
import type { Tool, ToolContext, ToolDocument } from './tool.ts';

/** All tools, in the order in which a question needs them. */
const TOOLS: readonly Tool[] = [FIND_REGION, ASSESS_HOUSEHOLD, CITE_EVIDENCE, LIST_OPERATORS];

/** What clients and readers are told of them. */
export const TOOL_DOCUMENTS: readonly ToolDocument[] = TOOLS.map(({ document }) => document);

/** Address of the endpoint. */
export const MCP_PATH = '/mcp';

/** A call with the largest household takes less than a quarter of it. */
const MAX_MESSAGE_BYTES = 64 * 1024;

interface McpOptions {
  readonly service: Service;
  readonly headers: CommonHeaders;
  readonly computing: Computing;
  /** Public origin; that of each request where absent. */
  readonly origin?: string | undefined;
  /** Told of errors that are the server's own. */
  readonly onFault: (error: unknown) => void;
}

/**
 * The tools for assistants over the Model Context Protocol, Streamable HTTP, without sessions: each request is answered by
 * itself, so that any process can take the next. The library is loaded with the first request: it takes as much memory as the
 * data, and most services are never asked.
 */
export function createMcp(options: McpOptions): App {
  const { computing, headers, origin } = options;
  const app: App = new Hono<RequestContext>({ strict: false });
  app.post(MCP_PATH, async (c) => {
    await checkOrigin(c, origin);
    const bytes = await readPost(c, computing, MAX_MESSAGE_BYTES);
    return compute(c, computing, async ({ giveWay }) => {
      const message = readMessage(bytes);
      const handler = await createHandler(options, {
        origin: readRequest(c, origin).origin,
        giveWay,
      });
      // A request of its own: the library listens to the signal of the one that it is given for as long as its connection lives,
      // and would hold each call, and the data that it was answered from, with it.
      const { url, headers: fields } = c.req.raw;
      const request = new Request(url, { method: 'POST', headers: fields });
      const response = await handler.fetch(request, { parsedBody: message });
      const answer = {
        status: response.status,
        type: response.headers.get('content-type') ?? 'application/json',
        body: await response.text(),
        lifetime: 'never' as const,
      };
      return prepareAnswer(answer, headers);
    });
  });
  return app;
}

/** One message a request. Batches went with revision 2025-06-18; hundreds of calls in one body would be hundreds of requests for the price of one. */
function readMessage(bytes: Uint8Array): unknown {
  const message = parseJson(bytes);
  if (!Array.isArray(message)) return message;
  throw refuseBody([
    {
      pointer: '',
      detail:
        'expected one JSON-RPC message; batches are not part of the protocol since 2025-06-18, so send the messages one by one',
    },
  ]);
}

/**
 * The protocol asks to look at `Origin` against pages that give a local service a name of their own (Streamable HTTP,
 * "Security Warning"). A service with a public origin is for pages of any site, as its whole API is; one without is taken
 * for a local one, which only pages of the same machine may use.
 */
async function checkOrigin(c: AppContext, publicOrigin: string | undefined): Promise<void> {
  const given = fieldOf(c, 'origin');
  if (given === undefined || publicOrigin !== undefined) return;
  const { localhostAllowedOrigins, validateOriginHeader } = await import(
    '@modelcontextprotocol/server'
  );
  if (validateOriginHeader(given, localhostAllowedOrigins()).ok) return;
  const detail = 'this service has no public origin, and only pages of its own machine may use it';
  throw new ProblemError(403, `Origin: ${detail}`, {
    errors: [{ parameter: 'Origin', value: shorten(given), detail }],
  });
}

/** Answers one request: the library's servers are made for one each. Streams that never end are not offered. */
async function createHandler(
  { service, onFault }: McpOptions,
  { origin, giveWay }: Pick<ToolContext, 'origin' | 'giveWay'>,
): Promise<McpHttpHandler> {
  const { createMcpHandler, McpServer } = await import('@modelcontextprotocol/server');
  // The first time the library was loaded, in one stretch; what it does takes as long again while its code is new.
  const others = giveWay();
  if (others !== undefined) await others;
  const { hash, version } = service.dataset;
  return createMcpHandler(
    () => {
      const server = new McpServer(
        { name: 'family-esim-map', title: 'Family eSIM Map', version },
        {
          instructions: `Whether a family in Russia can share one mobile plan with eSIMs, by region and operator, with the evidence (data ${version}, ${hash.slice(0, 12)}).\n\n${readingRules()}`,
        },
      );
      for (const tool of TOOLS) tool.register(server, { service, origin, giveWay, onFault });
      registerReadingGuide(server, origin);
      return server;
    },
    { maxSubscriptions: 0, keepAliveMs: 0 },
  );
}

/** The one resource: what values mean, and what may be said of each with its support. */
function registerReadingGuide(server: McpServer, origin: string): void {
  const about = {
    title: 'How to read an answer',
    description: 'What each value and each support means, and what the two together license to say',
    mimeType: 'text/markdown',
  };
  const text = `# How to read an answer\n\n${readingRules()}\n\n${conclusionTable()}\n`;
  server.registerResource('how-to-read', `${origin}/llms.txt#how-to-read`, about, (uri) => ({
    contents: [{ uri: uri.href, mimeType: 'text/markdown', text }],
  }));
}
