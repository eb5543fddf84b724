import { Session } from 'node:inspector';

/** Counts what the JavaScript of this process does: how often V8 entered each function and block. */
export interface WorkCounter {
  /** Functions and blocks entered since the last call. */
  take(): number;
  stop(): void;
}

/**
 * Counts with the precise coverage of V8, which is the same on every machine, whatever its speed. What native code does in
 * one call (JSON, texts, hashes) it does not see: bytes are to be counted beside it.
 */
export function createWorkCounter(): WorkCounter {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const take = (): number => {
    let sum = 0;
    session.post('Profiler.takePreciseCoverage', (error, coverage) => {
      if (error !== null) throw new Error('V8 gives no coverage', { cause: error });
      for (const { functions } of coverage.result) {
        for (const { ranges } of functions) for (const { count } of ranges) sum += count;
      }
    });
    return sum;
  };
  return {
    take,
    stop() {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

/** The most that was counted within one turn of the event loop while something is done. */
export async function longestTurn(
  counter: WorkCounter,
  work: () => Promise<unknown>,
): Promise<number> {
  let isOver = false;
  let most = 0;
  counter.take();
  const done = work().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise(setImmediate);
    most = Math.max(most, counter.take());
  }
  await done;
  return most;
}
