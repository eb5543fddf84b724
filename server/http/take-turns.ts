/** Runs a task when its turn has come; settles as the task does. */
export type TakeTurn = <T>(task: () => T | Promise<T>) => Promise<T>;

/**
 * Makes a queue of tasks that each keep the service busy for a while: between two of them whoever asks for less is
 * answered. Without it the bodies that arrive together would be worked through in one stretch.
 */
export function createTurns(): TakeTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(nextTurn).then(task);
    // A task that fails tells its own caller; those behind it go on.
    last = turn.catch(() => undefined);
    return turn;
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
