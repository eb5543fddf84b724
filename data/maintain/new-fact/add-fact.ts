import * as z from 'zod';
import { formatJson } from '../../build/format-json.ts';
import { parseData } from '../../build/parse-data.ts';
import type { DataFiles } from '../../build/read-data-files.ts';
import { formatIssue } from '../../lint/issue.ts';
import { lintData } from '../../lint/lint-data.ts';
import type { IsoDate } from '../../schema/dates.ts';
import type { FactAnswers } from './fact-answers.ts';

/** Changed files by name, or every reason why the fact was refused. */
export type AddedFact =
  | { ok: true; changed: Map<string, string> }
  | { ok: false; problems: string[] };

const Subject = z.looseObject({ claims: z.array(z.unknown()).default([]) });

/**
 * Appends a claim to a subject's file and adds its source when that does not exist yet. Refused are a claim id or
 * a statement that is taken, an unknown subject, and anything else that the schemas or the lint rules object to:
 * whatever was wrong before does not count.
 */
export function addFact(files: DataFiles, answers: FactAnswers, checkedOn: IsoDate): AddedFact {
  const subjectFile = `${answers.subject}.json`;
  const subjectText = files.get(subjectFile);
  if (subjectText === undefined) {
    return { ok: false, problems: [`subject: there is no file ${subjectFile} in data`] };
  }
  const subject = Subject.parse(JSON.parse(subjectText));
  const changed = new Map([
    [
      subjectFile,
      formatJson({ ...subject, claims: [...subject.claims, claimOf(answers, checkedOn)] }),
    ],
  ]);
  const sourceFile = `sources/${answers['source-id']}.json`;
  if (!files.has(sourceFile)) changed.set(sourceFile, formatJson(sourceOf(answers)));

  const known = new Set(problemsOf(files));
  const problems = problemsOf(new Map([...files, ...changed])).filter((line) => !known.has(line));
  return problems.length === 0 ? { ok: true, changed } : { ok: false, problems };
}

function problemsOf(files: DataFiles): string[] {
  const { data, issues } = parseData(files);
  const found = [...issues, ...lintData(data, { complete: issues.length === 0 })];
  return found.filter(({ level }) => level === 'error').map(formatIssue);
}

function claimOf(answers: FactAnswers, checkedOn: IsoDate): Record<string, unknown> {
  const { axis, value, condition, plan } = answers;
  const finding = {
    axis,
    value,
    ...(plan && { planId: plan }),
    ...(condition && { conditions: [{ code: condition }] }),
  };
  return {
    id: answers.id,
    topic: answers.topic,
    statement: {
      ru: answers['statement-ru'],
      en: answers['statement-en'],
      zh: answers['statement-zh'],
    },
    sourceIds: [answers['source-id']],
    method: answers.method,
    regionIds: answers.regions,
    ...((axis || value) && { findings: [finding] }),
    checkedOn,
  };
}

function sourceOf(answers: FactAnswers): Record<string, unknown> {
  const observedOn = answers['source-observed-on'];
  return {
    id: answers['source-id'],
    title: answers['source-title'],
    publisher: answers['source-publisher'],
    url: answers['source-url'],
    confidence: answers['source-confidence'],
    ...(observedOn && { observedOn }),
  };
}
