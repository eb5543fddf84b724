import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAssessor } from '../../data/core/eligibility/create-assessor.ts';
import { readQuestions, readVectorDataset } from './read-vectors.ts';

/**
 * `npm run vectors:write` answers every question in `test/vectors` anew and names the ones whose answer changed. The answers
 * are what other implementations check themselves by: a changed one is written only with `-- --reason "why"`, which is kept in
 * the file, and with `--only id,id` for those alone that the reason is about.
 */
const { values } = parseArgs({
  options: { reason: { type: 'string' }, only: { type: 'string' } },
});
const folder = join('test', 'vectors');
const facts = readVectorDataset(folder);
const { assess } = createAssessor(facts.dataset, facts.devices);
const only = values.only?.split(',');
const on = new Date().toISOString().slice(0, 10);
let refused = 0;
for (const [name, questions] of readQuestions(folder)) {
  const answered = questions.map((question) => {
    const { id, household, asOf, operatorIds, expected, changes } = question;
    const answer = assess(household, { asOf, operatorIds });
    if (expected === undefined) return { ...question, expected: answer };
    const isSame = JSON.stringify(expected) === JSON.stringify(answer);
    if (isSame) return question;
    if (values.reason === undefined || only?.includes(id) === false) {
      console.log(`${id} would change: say why with --reason`);
      refused++;
      return question;
    }
    console.log(`${id} changed`);
    return { ...question, expected: answer, changes: [{ on, reason: values.reason }, ...changes] };
  });
  const path = join(folder, name);
  writeFileSync(`${path}.tmp`, `${JSON.stringify(answered, null, 1)}\n`);
  renameSync(`${path}.tmp`, path);
}
if (refused > 0) process.exitCode = 1;
