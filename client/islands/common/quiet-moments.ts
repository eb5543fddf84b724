/** Where the browser does not say when it has time. */
const PAUSE_MS = 50;

/** Runs work a step at a time while the browser has nothing else to do. */
export function inQuietMoments(steps: Iterable<unknown>): void {
  const iterator = steps[Symbol.iterator]();
  const step = (deadline?: IdleDeadline): void => {
    do {
      if (iterator.next().done) return;
    } while (deadline !== undefined && deadline.timeRemaining() > 0);
    next();
  };
  const next = (): void => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(step);
    else setTimeout(step, PAUSE_MS);
  };
  next();
}
