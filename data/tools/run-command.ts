import * as z from 'zod';

/**
 * Runs a command of the command line. What it throws is for the person who called it: told in words, without a stack, as exit
 * status 1; else the status is what `run` gives, or 0.
 */
export async function runCommand(
  run: () => Promise<number | undefined> | Promise<void>,
): Promise<void> {
  try {
    const status = await run();
    if (typeof status === 'number') process.exitCode = status;
  } catch (error) {
    console.error(wordsOf(error));
    process.exitCode = 1;
  }
}

function wordsOf(error: unknown): unknown {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : error;
}
