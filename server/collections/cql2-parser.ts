import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as binding from 'cql2-wasm/cql2_wasm_bg.js';
import { Cql2 } from './cql2-expression.ts';

/** Node has these; its types leave them to the DOM library, which a server does not load. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: Record<string, object>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  RuntimeError: new () => Error;
};

/** Parses CQL2 text; gives a sentence saying what is wrong where it cannot. */
export type Cql2Parser = (text: string) => { expression: Cql2 } | { mistake: string };

/** Longest filter that is read, and how deep its brackets may nest. */
export const MAX_FILTER_LENGTH = 2_000;
const MAX_NESTING = 40;

/**
 * Loads the CQL2 parser, which is compiled to WebAssembly.
 *
 * Two of its properties are worked around. It stops in silence where the text no longer fits the grammar
 * (`a=1; drop`): the text is put in brackets, so that it has to be read to its end. Deep nesting overflows its
 * stack and leaves it broken: nesting is bounded here, and a parser that trapped is replaced.
 */
export function createCql2Parser(): Cql2Parser {
  const path = createRequire(import.meta.url).resolve('cql2-wasm/cql2_wasm_bg.wasm');
  const module = new WebAssembly.Module(readFileSync(path));
  const start = () => {
    const instance = new WebAssembly.Instance(module, { './cql2_wasm_bg.js': { ...binding } });
    binding.__wbg_set_wasm(instance.exports);
    const init = instance.exports.__wbindgen_start;
    if (typeof init === 'function') init();
  };
  start();
  return (text) => {
    const mistake = findExcess(text);
    if (mistake !== undefined) return { mistake };
    try {
      const parsed = binding.parseText(`(${text})`);
      const json = parsed.to_json_pretty();
      parsed.free();
      const expression = Cql2.safeParse(JSON.parse(json));
      if (expression.success) return { expression: expression.data };
      return { mistake: 'uses parts of CQL2 that are not supported here' };
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) start();
      return { mistake: "expected CQL2 text such as verdict = 'partial' AND operators_yes > 1" };
    }
  };
}

function findExcess(text: string): string | undefined {
  if (text.length > MAX_FILTER_LENGTH) return `expected at most ${MAX_FILTER_LENGTH} characters`;
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (depth > MAX_NESTING) return `expected brackets nested at most ${MAX_NESTING} deep`;
  }
  if ((text.match(/\bnot\b/gi)?.length ?? 0) > MAX_NESTING)
    return `expected at most ${MAX_NESTING} NOTs`;
  return undefined;
}
