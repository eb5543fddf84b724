import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { describeMoves, takeSnapshot } from '../../core/history/compare-releases.ts';
import { findProjectRoot, packRelease, readDataFiles } from '../authored/data-files.ts';
import { formatDataFile, formatJson, jsonSchemaFiles } from '../authored/format-json.ts';
import { readDist } from '../files/read-dist.ts';
import { replaceFile } from '../files/replace.ts';
import { runCommand } from '../run-command.ts';
import { addFact, FACT_FIELDS, FactAnswers } from './add-fact.ts';
import { compareData, readGitFiles } from './compare-data.ts';

// What maintainers do with the facts, one command each: `npm run data:new-fact` is `facts.js new-fact`, and so on.
const root = findProjectRoot(import.meta.dirname);
const factsFolder = join(root, 'data/facts');

/** Each command takes what follows its name and gives the exit status, 0 where it gives none. */
const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number | undefined>>> = {
  'new-fact': newFact,
  format,
  diff,
  schema,
  release,
};

await runCommand(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (command === undefined) throw new Error(`expected ${Object.keys(COMMANDS).join(', ')}`);
  return command(args);
});

/** Asks for what the flags do not say, then writes the claim and its source. */
async function newFact(args: string[]): Promise<number | undefined> {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(FACT_FIELDS.map(({ name }) => [name, { type: 'string' } as const])),
    },
  });
  const { help, ...flags } = values;
  if (help) {
    const lines = FACT_FIELDS.map(
      ({ name, question, optional }) => `  --${name}${optional ? '' : ' (needed)'}: ${question}`,
    );
    console.log(['Each question is a flag, too:', ...lines].join('\n'));
    return 0;
  }
  const given = z.record(z.string(), z.string()).parse(flags);
  const parsed = process.stdin.isTTY ? await askUntilRight(given) : FactAnswers.safeParse(given);
  if (!parsed.success) {
    console.error(z.prettifyError(parsed.error));
    console.error('Nothing was written. Each field is a flag; --help lists them.');
    return 1;
  }
  const today = new Date().toISOString().slice(0, 10);
  const result = addFact(await readDataFiles(factsFolder), parsed.data, today);
  if (!result.ok) {
    console.error(result.problems.join('\n'));
    console.error('Nothing was written.');
    return 1;
  }
  for (const [file, text] of result.changed) {
    await replaceFile(join(factsFolder, file), text);
    console.log(`wrote data/facts/${file}`);
  }
  console.log('Next: npm run data:format, then npm run data:diff to see what it moves.');
  return 0;
}

/** Asks again for what cannot be taken, so that a slip in one answer does not cost the others. */
async function askUntilRight(known: Record<string, string>) {
  let open = FACT_FIELDS.filter(({ name }) => known[name] === undefined);
  for (let answers = known; ; ) {
    answers = await ask(open, answers);
    const parsed = FactAnswers.safeParse(answers);
    if (parsed.success) return parsed;
    console.error(z.prettifyError(parsed.error));
    const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    answers = Object.fromEntries(Object.entries(answers).filter(([name]) => !wrong.has(name)));
    open = FACT_FIELDS.filter(({ name }) => wrong.has(name));
  }
}

async function ask(
  fields: typeof FACT_FIELDS,
  known: Record<string, string>,
): Promise<Record<string, string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = { ...known };
  for (const { name, question, optional } of fields) {
    const answer = await terminal.question(`${question}${optional ? ' [may be empty]' : ''}: `);
    if (answer.trim() !== '') answers[name] = answer.trim();
  }
  terminal.close();
  return answers;
}

/** One way to write every authored file; with `--check` it only tells which are written otherwise. */
async function format(args: string[]): Promise<number | undefined> {
  const { values } = parseArgs({ args, options: { check: { type: 'boolean', default: false } } });
  const files = await readDataFiles(factsFolder);
  const changed = [...files].flatMap(([file, text]) => {
    const formatted = formatDataFile(file, text);
    return formatted === text ? [] : [{ file, formatted }];
  });
  for (const { file, formatted } of changed) {
    if (values.check) console.log(`${file} is not formatted`);
    else await replaceFile(join(factsFolder, file), formatted);
  }
  console.log(
    `${files.size} files, ${changed.length} ${values.check ? 'to format: npm run data:format' : 'formatted'}`,
  );
  return values.check && changed.length > 0 ? 1 : 0;
}

/** Which verdicts the working files move against a git reference, the last commit where none is named. */
async function diff(args: string[]): Promise<undefined> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [reference = 'HEAD'] = positionals;
  const older = await readGitFiles(root, reference);
  const newer = await readDataFiles(factsFolder);
  const sentences = compareData(older, newer);
  console.log(
    sentences.length === 0 ? `No verdict differs from ${reference}.` : sentences.join('\n'),
  );
}

/** Writes `json-schema/*.schema.json`, which a test keeps equal to the zod schemas. */
async function schema(): Promise<undefined> {
  const files = jsonSchemaFiles();
  for (const [name, text] of files) await replaceFile(join(factsFolder, 'json-schema', name), text);
  console.log(`${files.size} JSON Schemas written to data/facts/json-schema`);
}

/** Keeps the built data as a released version, for good. */
async function release(): Promise<number | undefined> {
  const { dataset, devices, summaries, changes } = await readDist(join(root, 'data/dist'));
  const folder = join(factsFolder, 'releases');
  const { version } = dataset;
  if (existsSync(join(folder, `${version}.json`))) {
    console.error(
      `Version ${version} is released already and stays as it is: raise the version in data/facts/release.json.`,
    );
    return 1;
  }
  const snapshot = takeSnapshot(dataset, summaries, dataset.checkedOn);
  const packed = packRelease({ dataset, devices: [...devices] });
  await mkdir(folder, { recursive: true });
  await replaceFile(join(folder, `${version}.dataset.json.gz`), packed);
  await replaceFile(join(folder, `${version}.json`), formatJson(snapshot));
  const sentences = describeMoves(changes.unreleased, {
    regions: new Map(dataset.regions.map(({ id, name }) => [id, name.en])),
    operators: new Map(dataset.operators.map(({ id, brand }) => [id, brand.en])),
  });
  console.log([`Released ${version}: ${packed.length} bytes kept.`, ...sentences].join('\n'));
  return 0;
}
