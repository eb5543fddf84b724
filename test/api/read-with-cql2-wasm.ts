import { readFileSync } from 'node:fs';
import { parseText } from 'cql2-wasm';
import * as z from 'zod';

// Run by `cql2-library.test.ts` in a process of its own: the package imports WebAssembly, for which Node 20 wants a flag.
// Reads {filters, items} from standard input and writes, for each filter, its JSON form and the items that match.
const Input = z.object({
  filters: z.array(z.string()),
  items: z.array(z.record(z.string(), z.unknown())),
});

const { filters, items } = Input.parse(JSON.parse(readFileSync(0, 'utf8')));
const answers = filters.map((filter) => {
  try {
    const expression = parseText(filter);
    return { json: expression.to_json(), matches: items.map((item) => expression.matches(item)) };
  } catch (error) {
    throw new Error(`the library gave up on ${filter}`, { cause: error });
  }
});
process.stdout.write(JSON.stringify(answers));
