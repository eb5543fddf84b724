import type * as z from 'zod';
import {
  type AuthoredData,
  type Entry,
  FOLDER_NAMES,
  FOLDER_SCHEMAS,
  type FolderName,
  Release,
} from './authored-data.ts';
import { formatPath, type Issue } from './issue.ts';
import { type DataFiles, parseJson, RELEASE_FILE } from './read-data-files.ts';

/** What could be read and everything that could not. */
interface ParsedData {
  /** Files without problems; complete only when `issues` is empty. */
  data: AuthoredData;
  issues: Issue[];
}

/** Parses every file against the schema of its folder and collects all problems of all files. */
export function parseData(files: DataFiles): ParsedData {
  const issues: Issue[] = [];

  function parseFile<T>(schema: z.ZodType<T>, file: string, text: string): Entry<T>[] {
    const json = parseJson(text);
    if (!json.ok) {
      issues.push({
        level: 'error',
        file,
        path: '',
        message: `not valid JSON: ${json.problem}`,
        tip: 'mend the syntax at that place; comments and trailing commas are not allowed',
        rule: 'schema',
      });
      return [];
    }
    const parsed = schema.safeParse(json.value);
    if (parsed.success) return [{ file, value: parsed.data }];
    issues.push(...parsed.error.issues.map((issue) => describeIssue(file, issue)));
    return [];
  }

  function parseFolder<T>(schema: z.ZodType<T>, folder: FolderName): Entry<T>[] {
    return [...files]
      .filter(([file]) => file.startsWith(`${folder}/`))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([file, text]) => parseFile(schema, file, text));
  }

  const release = parseFile(Release, RELEASE_FILE, files.get(RELEASE_FILE) ?? '{}');
  const data: AuthoredData = {
    release: release[0] ?? { file: RELEASE_FILE, value: { version: '0001-01-01' } },
    regions: parseFolder(FOLDER_SCHEMAS.regions, 'regions'),
    operators: parseFolder(FOLDER_SCHEMAS.operators, 'operators'),
    law: parseFolder(FOLDER_SCHEMAS.law, 'law'),
    restrictions: parseFolder(FOLDER_SCHEMAS.restrictions, 'restrictions'),
    background: parseFolder(FOLDER_SCHEMAS.background, 'background'),
    measures: parseFolder(FOLDER_SCHEMAS.measures, 'measures'),
    sources: parseFolder(FOLDER_SCHEMAS.sources, 'sources'),
    numbering: parseFolder(FOLDER_SCHEMAS.numbering, 'numbering'),
    devices: parseFolder(FOLDER_SCHEMAS.devices, 'devices'),
    releases: parseFolder(FOLDER_SCHEMAS.releases, 'releases'),
    cases: parseFolder(FOLDER_SCHEMAS.cases, 'cases'),
  };
  return { data, issues };
}

function describeIssue(file: string, issue: z.core.$ZodIssue): Issue {
  return {
    level: 'error',
    file,
    path: formatPath(issue.path),
    message: issue.message,
    tip: tipFor(issue),
    rule: 'schema',
  };
}

function tipFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'remove the key or correct its spelling; the schema of this file is in data/core/schema';
    case 'invalid_value':
      return `use one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `write a value of the kind ${issue.expected} here`;
    case 'too_small':
      return 'add what is missing: an empty value says nothing';
    default:
      return 'see the schema of this file in data/core/schema for what is allowed here';
  }
}

/** The schema of an authored file by its name below the data folder; `undefined` for a file that holds no facts. */
export function schemaOfFile(file: string): z.ZodType | undefined {
  if (file === RELEASE_FILE) return Release;
  const folder = FOLDER_NAMES.find((name) => file.startsWith(`${name}/`));
  return folder === undefined ? undefined : FOLDER_SCHEMAS[folder];
}
