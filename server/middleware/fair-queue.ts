import { ProblemError } from './problem.ts';

/**
 * Lets others be answered where a task has kept the service busy for long: to be awaited between two of its steps.
 * `undefined` while it may go on at once.
 */
export type GiveWay = () => Promise<void> | undefined;

/** Told of the milliseconds that a task kept the service busy, each time it gave way and at its end. */
export type Charge = (busyMilliseconds: number) => void;

/** Runs what has to be computed, one slice at a time, fairly among clients. */
export interface FairQueue {
  /**
   * Runs a task at once where nothing waits and this turn of the event loop has room for it, else when its turn comes.
   *
   * @throws ProblemError 503 where it would wait, or has waited, for longer than anybody should.
   */
  run<T>(
    client: string,
    task: (giveWay: GiveWay) => T | Promise<T>,
    charge?: Charge,
  ): T | Promise<T>;
}

/** What is asked for at once is answered between two slices: none shall notice one. */
const SLICE_MS = 5;
/** A reader who waits for longer has left; what is computed for nobody keeps others waiting. */
const DEADLINE_MS = 8_000;
/** Tasks that wait at once; some seconds of work. */
const MAX_WAITING = 500;
/** Use of a client counts half after so long: whoever was busy a minute ago is as good as new. */
const HALF_LIFE_MS = 15_000;
const MAX_CLIENTS = 10_000;

/** Stands for the service itself, whose own work has no deadline. */
export const OWN_WORK = '';

interface Waiting {
  readonly client: string;
  readonly since: number;
  enter(): void;
  refuse(error: ProblemError): void;
}

/**
 * Makes a queue that lets the client go first who has used the service least of late: one who asks for little is hardly
 * kept by many who ask for much.
 *
 * Decision: the queue is our own. p-queue and fastq know priorities and no fairness; none lets a task give way.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function createFairQueue(now: () => number = () => performance.now()): FairQueue {
  let waiting: Waiting[] = [];
  let isBusy = false;
  let isScheduled = false;
  /** Milliseconds that this turn of the event loop has given to tasks that did not wait. */
  let spentThisTurn = 0;
  const used = new Map<string, { milliseconds: number; at: number }>();

  const usedBy = (client: string): number => {
    const use = used.get(client);
    return use === undefined ? 0 : use.milliseconds * 2 ** ((use.at - now()) / HALF_LIFE_MS);
  };
  const noteUse = (client: string, milliseconds: number) => {
    const sum = usedBy(client) + milliseconds;
    used.delete(client);
    used.set(client, { milliseconds: sum, at: now() });
    const [oldest] = used.keys();
    if (used.size > MAX_CLIENTS && oldest !== undefined) used.delete(oldest);
  };
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      spentThisTurn = 0;
      enterNext();
    });
  };
  const enterNext = () => {
    if (isBusy) return;
    const late = now() - DEADLINE_MS;
    const [expired, inTime] = partition(
      waiting,
      ({ client, since }) => client !== OWN_WORK && since < late,
    );
    waiting = inTime;
    for (const entry of expired) entry.refuse(tooBusy());
    const next = leastUsed();
    if (next === undefined) return;
    waiting.splice(waiting.indexOf(next), 1);
    isBusy = true;
    next.enter();
  };
  const leastUsed = (): Waiting | undefined => {
    let [best] = waiting;
    let least = best === undefined ? 0 : usedBy(best.client);
    for (const entry of waiting) {
      const use = usedBy(entry.client);
      if (use < least) [best, least] = [entry, use];
    }
    return best;
  };
  /** Where too many wait, the last of the client that has used most is refused, be it the newcomer. */
  const wait = (entry: Waiting) => {
    waiting.push(entry);
    if (waiting.length > MAX_WAITING) {
      const most = Math.max(...waiting.map(({ client }) => usedBy(client)));
      const victim = waiting.findLastIndex(({ client }) => usedBy(client) >= most);
      waiting.splice(victim, 1)[0]?.refuse(tooBusy());
    }
    schedule();
  };

  /** Runs a task that holds the queue; it is charged for the time between entering and giving way. */
  function execute<T>(
    client: string,
    since: number,
    task: (giveWay: GiveWay) => T | Promise<T>,
    charge?: Charge,
  ): T | Promise<T> {
    isBusy = true;
    let entered = now();
    const leave = () => {
      const busy = now() - entered;
      isBusy = false;
      spentThisTurn += busy;
      noteUse(client, busy);
      charge?.(busy);
      schedule();
    };
    const giveWay: GiveWay = () => {
      if (now() - entered < SLICE_MS) return undefined;
      leave();
      return new Promise((resolve, reject) => {
        const enter = () => {
          entered = now();
          resolve();
        };
        // Refused while it does not hold the queue, it has nothing to leave.
        const refuse = (error: ProblemError) => {
          isRefused = true;
          reject(error);
        };
        wait({ client, since, enter, refuse });
      });
    };
    let isRefused = false;
    const end = () => {
      if (!isRefused) leave();
    };
    let result: T | Promise<T>;
    try {
      result = task(giveWay);
    } catch (error) {
      end();
      throw error;
    }
    if (result instanceof Promise) return result.finally(end);
    end();
    return result;
  }

  return {
    run(client, task, charge) {
      const since = now();
      if (!isBusy && waiting.length === 0 && spentThisTurn < SLICE_MS) {
        return execute(client, since, task, charge);
      }
      return new Promise((resolve, reject) => {
        const enter = () => {
          try {
            resolve(execute(client, since, task, charge));
          } catch (error) {
            reject(error);
          }
        };
        wait({ client, since, enter, refuse: reject });
      });
    },
  };
}

function partition<T>(list: readonly T[], test: (entry: T) => boolean): [T[], T[]] {
  return [list.filter(test), list.filter((entry) => !test(entry))];
}

function tooBusy(): ProblemError {
  const seconds = DEADLINE_MS / 1_000;
  const detail = `the service has more to compute than it can do in time; try again in ${seconds} seconds`;
  return new ProblemError(503, detail, { headers: { 'retry-after': String(seconds) } });
}
