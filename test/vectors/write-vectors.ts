import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAssessor } from '../../data/core/eligibility/create-assessor.ts';
import { runVectors } from '../../data/core/eligibility/run-vectors.ts';
import { readQuestions, readVectorDataset } from './read-vectors.ts';

/**
 * `npm run vectors:write` answers every question in `test/vectors` anew and names the ones whose answer changed.
 * The answers are what other implementations check themselves by: read the difference before committing it.
 */
const folder = join('test', 'vectors');
const facts = readVectorDataset(folder);
const { assess } = createAssessor(facts.dataset, facts.devices);
for (const [name, questions] of readQuestions(folder)) {
  const answered = questions.map((question) => {
    const { household, asOf, operatorIds } = question;
    return { ...question, expected: assess(household, { asOf, operatorIds }) };
  });
  const before = questions.flatMap(({ expected, ...rest }) =>
    expected === undefined ? [] : [{ ...rest, expected }],
  );
  for (const { id, path } of runVectors(facts, before)) console.log(`${id} changed at ${path}`);
  const path = join(folder, name);
  writeFileSync(`${path}.tmp`, `${JSON.stringify(answered, null, 1)}\n`);
  renameSync(`${path}.tmp`, path);
}
