/** A browser that never tells of its first picture is waited for no longer than this. */
const LONGEST_WAIT_MS = 1_000;

/** Resolves when the next frame has been laid out and handed on to be drawn; in a hidden tab once it is looked at. */
export function afterNextFrame(): Promise<void> {
  return new Promise((resolve) => {
    // A frame is laid out after its callbacks, so that only the second one follows it.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/**
 * Resolves once the page as the server wrote it stands on the screen: to start the graphics earlier would keep the
 * reader waiting for what is already there.
 */
export async function afterFirstPicture(): Promise<void> {
  await afterNextFrame();
  await new Promise<void>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, LONGEST_WAIT_MS);
  });
}

/** Where the browser does not say when it has time. */
const PAUSE_MS = 50;

/** Runs work a step at a time while the browser has nothing else to do. */
export function runWhenIdle(steps: Iterable<unknown>): void {
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
