import type {
  CallToolResult,
  McpServer,
  StandardSchemaWithJSON,
} from '@modelcontextprotocol/server';
import type * as z from 'zod';
import { parseBody } from '../api/json-body.ts';
import type { GiveWay } from '../middleware/fair-queue.ts';
import { ProblemError, problemOf } from '../middleware/problem.ts';
import type { Service } from '../service.ts';

/** What a tool answers from. */
export interface ToolContext {
  readonly service: Service;
  /** `https://example.org`, for links. */
  readonly origin: string;
  /** Lets others be answered between the steps of what takes long. */
  readonly giveWay: GiveWay;
  /** Told of errors that are the server's own. */
  readonly onFault: (error: unknown) => void;
}

/** The same answer twice: in words, and as data by the tool's schema. */
export interface ToolAnswer<Output> {
  readonly text: string;
  readonly data: Output;
}

/** What a client is told of a tool. */
export interface ToolDocument {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** A documented tool and how a server gets it. */
export interface Tool {
  readonly document: ToolDocument;
  register(server: McpServer, context: ToolContext): void;
}

type Answered<Output> = ToolAnswer<Output> | Promise<ToolAnswer<Output>>;

interface ToolSpec<Input extends z.ZodType, Output extends z.ZodType> extends ToolDocument {
  readonly input: Input;
  readonly output: Output;
  /** Answers arguments that were found right; a `ProblemError` goes to the client as an error of the tool. */
  answer(
    input: z.output<Input>,
    context: ToolContext,
  ): Answered<z.input<Output> & Record<string, unknown>>;
}

/** Ties schemas to the function that takes and gives what they yield. All tools read, and change nothing. */
export function defineTool<Input extends z.ZodType, Output extends z.ZodType>(
  spec: ToolSpec<Input, Output>,
): Tool {
  const { name, title, description, input, output } = spec;
  return {
    document: { name, title, description },
    register(server, context) {
      const documented = {
        title,
        description,
        inputSchema: unchecked(input),
        outputSchema: output,
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      };
      server.registerTool(name, documented, (given) =>
        resultOf(() => spec.answer(parseBody(input, given), context), context),
      );
    },
  };
}

/** The schema as clients are shown it; the arguments are checked here, where every error is named in a sentence. */
function unchecked(schema: z.ZodType): StandardSchemaWithJSON {
  return { '~standard': { ...schema['~standard'], validate: (value) => ({ value }) } };
}

/** The answer in words first, then as data in text for clients that read nothing else (MCP, "Structured Content"). */
async function resultOf(
  answer: () => Answered<Record<string, unknown>>,
  { onFault }: ToolContext,
): Promise<CallToolResult> {
  try {
    const { text, data } = await answer();
    return {
      content: [
        { type: 'text', text },
        { type: 'text', text: JSON.stringify(data) },
      ],
      structuredContent: data,
    };
  } catch (error) {
    if (!(error instanceof ProblemError)) onFault(error);
    return { isError: true, content: [{ type: 'text', text: sentencesOf(error) }] };
  }
}

/** A refusal in sentences: each value that is wrong, and what is possible. */
function sentencesOf(error: unknown): string {
  const { detail, errors = [] } = problemOf(error);
  const sentences = errors.map(({ parameter, pointer, value, detail: wrong, allowed = [] }) => {
    const where = [parameter ?? pointer, value === undefined ? undefined : JSON.stringify(value)]
      .filter((part) => part !== undefined && part !== '')
      .join(' = ');
    const possible = allowed.length === 0 ? '' : ` Possible: ${allowed.join(', ')}.`;
    return `${where === '' ? '' : `${where}: `}${wrong}.${possible}`;
  });
  // A detail that is made of the errors says nothing more.
  const isSum = errors.every((error) => detail.includes(error.detail));
  return [...(isSum && sentences.length > 0 ? [] : [detail]), ...sentences].join('\n');
}
