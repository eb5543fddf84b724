import { ASSESS_HOUSEHOLD } from './assess-household.ts';
import { CITE_EVIDENCE } from './cite-evidence.ts';
import { FIND_REGION } from './find-region.ts';
import { LIST_OPERATORS } from './list-operators.ts';
import type { Tool, ToolDocument } from './tool.ts';

/** All tools, in the order in which a question needs them. */
export const TOOLS: readonly Tool[] = [
  FIND_REGION,
  ASSESS_HOUSEHOLD,
  CITE_EVIDENCE,
  LIST_OPERATORS,
];

/** What clients and readers are told of them. */
export const TOOL_DOCUMENTS: readonly ToolDocument[] = TOOLS.map(({ document }) => document);
