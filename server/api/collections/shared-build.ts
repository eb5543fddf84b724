import type { GiveWay } from '../../middleware/fair-queue.ts';

/** Something that is made of many parts, which several requests may wait for at once. */
export interface SharedBuild<Whole> {
  /** Makes what is left of it in one stretch. */
  finish(): Whole;
  /** Makes it part by part and lets others be answered in between. */
  join(giveWay: GiveWay): Promise<Whole>;
}

/**
 * Whoever wants the whole goes on from where another one stopped: nothing is made twice, and nobody who holds the queue waits
 * for one who waits for the queue. A build that nobody goes on with costs nothing.
 *
 * @param complete makes the whole out of its parts; called once
 * @throws at each call what making a part has thrown
 */
export function createSharedBuild<Part, Whole>(
  source: Iterable<Part>,
  complete: (parts: readonly Part[]) => Whole,
): SharedBuild<Whole> {
  const left = source[Symbol.iterator]();
  const parts: Part[] = [];
  let whole: { readonly value: Whole } | undefined;
  let failure: { readonly error: unknown } | undefined;
  const step = (): void => {
    // A generator that has thrown says that it is done: what it made until then is not the whole.
    if (failure !== undefined) throw failure.error;
    try {
      const next = left.next();
      if (next.done) whole = { value: complete(parts) };
      else parts.push(next.value);
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
  return {
    finish() {
      while (whole === undefined) step();
      return whole.value;
    },
    async join(giveWay) {
      while (whole === undefined) {
        step();
        const others = giveWay();
        if (others !== undefined) await others;
      }
      return whole.value;
    },
  };
}
