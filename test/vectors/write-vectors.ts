import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAssessor } from '../../data/eligibility/create-assessor.ts';
import { readQuestions, readVectorDataset } from './read-vectors.ts';

/**
 * `npm run vectors:write` answers every question in `test/vectors` anew and names the ones whose answer changed.
 * The answers are what other implementations check themselves by: read the difference before committing it.
 */
const folder = join('test', 'vectors');
const { dataset, devices } = readVectorDataset(folder);
const { assess } = createAssessor(dataset, devices);
for (const [name, questions] of readQuestions(folder)) {
  const answered = questions.map((question) => {
    const { household, asOf, operatorIds } = question;
    const expected = assess(household, { asOf, operatorIds });
    if (JSON.stringify(question.expected) !== JSON.stringify(expected)) {
      console.log(`${name}: ${question.id} changed`);
    }
    return { ...question, expected };
  });
  const path = join(folder, name);
  writeFileSync(`${path}.tmp`, `${JSON.stringify(answered, null, 1)}\n`);
  renameSync(`${path}.tmp`, path);
}
