import type { AuthoredData } from '../authored/authored-data.ts';
import { compareIssues, type Issue } from '../authored/issue.ts';
import { contradictionsDeclared, supersessionSound } from './contradictions.ts';
import { checksDue, datesInOrder } from './dates.ts';
import { deviceNamesUnique, deviceValuesSound } from './devices.ts';
import {
  conditionsComplete,
  findingsModest,
  listsNotGenerated,
  onlyFactsDecide,
  reachWithinSources,
  sourcesDescribed,
} from './evidence.ts';
import {
  contactsSound,
  planTermsExplained,
  plmnUnique,
  virtualOperatorHasHost,
} from './operators.ts';
import {
  fileNameIsId,
  idsUnique,
  referencesExist,
  referencesOwn,
  sourcesUsed,
} from './references.ts';
import {
  limitsNameRegionsOnly,
  measuresSound,
  regionsComplete,
  regionsDistinct,
} from './regions.ts';
import type { Rule } from './rule.ts';
import {
  lookAlikeLetters,
  statementsDiffer,
  textsInHouseStyle,
  textsInTheirScript,
} from './texts.ts';
import { presenceDerivable, unknownsExplained } from './unknowns.ts';

/** A place where a rule is broken on purpose. */
interface Exception {
  rule: string;
  file: string;
  /** Part of the issue's message that tells it from others in the same file, for example an id. */
  about: string;
  /** Why it is right as it is. */
  reason: string;
}

/** Every allowed breach. One that no longer happens is an error, so that the list stays as short as it can be. */
export const EXCEPTIONS: readonly Exception[] = [];

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

/** Every rule, in the order in which `data/README.md` explains them. */
export const RULES: readonly Rule[] = [
  fileNameIsId,
  idsUnique,
  referencesExist,
  referencesOwn,
  sourcesUsed,
  sourcesDescribed,
  reachWithinSources,
  listsNotGenerated,
  findingsModest,
  onlyFactsDecide,
  conditionsComplete,
  contactsSound,
  limitsNameRegionsOnly,
  measuresSound,
  datesInOrder,
  checksDue,
  regionsComplete,
  regionsDistinct,
  plmnUnique,
  presenceDerivable,
  virtualOperatorHasHost,
  supersessionSound,
  contradictionsDeclared,
  statementsDiffer,
  unknownsExplained,
  planTermsExplained,
  textsInTheirScript,
  textsInHouseStyle,
  lookAlikeLetters,
  deviceNamesUnique,
  deviceValuesSound,
];

interface LintOptions {
  /** False when some file could not be parsed: rules that follow references would then blame the wrong file, so only those that look at one file at a time run. */
  complete: boolean;
  exceptions?: readonly Exception[];
}

/** Runs every rule and collects all issues, in order of files. */
export function lintData(data: AuthoredData, options: LintOptions): Issue[] {
  const rules = RULES.filter((rule) => options.complete || rule.scope === 'file');
  const issues = rules.flatMap((rule) =>
    rule.check(data).map((issue) => ({ ...issue, rule: rule.name })),
  );
  const names = new Set(rules.map(({ name }) => name));
  return applyExceptions(issues, options.exceptions ?? EXCEPTIONS, names).toSorted(compareIssues);
}
