import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { findProjectRoot, readDataFiles } from '../authored/read-data-files.ts';
import { replaceFile } from '../files/replace.ts';
import { addFact, FACT_FIELDS, FactAnswers } from './add-fact.ts';

// npm run data:new-fact: asks for what the flags do not say, then writes the claim and its source.
const { values } = parseArgs({
  options: Object.fromEntries(FACT_FIELDS.map(({ name }) => [name, { type: 'string' }])),
});
const given = z.record(z.string(), z.string()).parse({ ...values });
const parsed = FactAnswers.safeParse(process.stdin.isTTY ? await askForRest(given) : given);

if (!parsed.success) {
  console.error(z.prettifyError(parsed.error));
  console.error('Nothing was written. Each field is a flag: --id, --topic, --statement-ru, ...');
  process.exitCode = 1;
} else {
  const factsFolder = join(findProjectRoot(import.meta.dirname), 'data/facts');
  const today = new Date().toISOString().slice(0, 10);
  const result = addFact(await readDataFiles(factsFolder), parsed.data, today);
  if (result.ok) {
    for (const [file, text] of result.changed) {
      await replaceFile(join(factsFolder, file), text);
      console.log(`wrote data/facts/${file}`);
    }
    console.log('Next: npm run data:format, then npm run data:diff to see what it moves.');
  } else {
    console.error(result.problems.join('\n'));
    console.error('Nothing was written.');
    process.exitCode = 1;
  }
}

async function askForRest(known: Record<string, string>): Promise<Record<string, string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = { ...known };
  for (const { name, question, optional } of FACT_FIELDS) {
    if (answers[name] !== undefined) continue;
    const answer = await terminal.question(`${question}${optional ? ' [may be empty]' : ''}: `);
    if (answer.trim() !== '') answers[name] = answer.trim();
  }
  terminal.close();
  return answers;
}
