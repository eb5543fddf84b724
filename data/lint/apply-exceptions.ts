import type { Exception } from './exceptions.ts';
import type { Issue } from './issue.ts';

/** Where exceptions are listed, for messages. */
const LIST_FILE = 'lint/exceptions.ts';

/**
 * Takes the excused issues away and adds an error for each exception that excused nothing.
 *
 * @param rulesRun names of the rules that ran; an exception from another rule cannot have been needed
 */
export function applyExceptions(
  issues: readonly Issue[],
  exceptions: readonly Exception[],
  rulesRun: ReadonlySet<string>,
): Issue[] {
  const excuses = (exception: Exception, issue: Issue) =>
    exception.rule === issue.rule &&
    exception.file === issue.file &&
    issue.message.includes(exception.about);
  const left = issues.filter((issue) => !exceptions.some((exception) => excuses(exception, issue)));
  const unused = exceptions
    .filter(({ rule }) => rulesRun.has(rule))
    .filter((exception) => !issues.some((issue) => excuses(exception, issue)))
    .map(
      (exception): Issue => ({
        level: 'error',
        file: LIST_FILE,
        path: '',
        message: `the exception for ${exception.file} (${exception.about}) from ${exception.rule} is no longer needed`,
        tip: 'remove it from the list',
        rule: 'exceptions',
      }),
    );
  return [...left, ...unused];
}
