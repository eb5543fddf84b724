/** What works out a value in steps: each `next` takes one of them, and the last gives it. */
export type Steps<T> = Generator<undefined, T>;

/** The value, in one stretch. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
