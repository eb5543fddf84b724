/** One thing wrong with the file: where it is (the line counts from 1) and what was expected there. */
export interface RegisterProblem {
  line: number;
  /** Heading of the column, absent when the whole line is wrong. */
  column?: string;
  message: string;
}

const SHOWN = 50;

/** The register file could not be imported; names every place found wrong, the first fifty in words. */
export class RegisterError extends Error {
  override name = 'RegisterError';
  readonly problems: readonly RegisterProblem[];

  constructor(fileName: string, problems: readonly RegisterProblem[]) {
    const lines = problems.slice(0, SHOWN).map(({ line, column, message }) => {
      return `${fileName}:${line}: ${column === undefined ? '' : `column "${column}": `}${message}`;
    });
    if (problems.length > SHOWN) lines.push(`and ${problems.length - SHOWN} more`);
    super(lines.join('\n'));
    this.problems = problems;
  }
}
