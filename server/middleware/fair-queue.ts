import { ProblemError } from './problem.ts';

/**
 * Lets others be answered where a task has kept the service busy for long: to be awaited between two of its steps.
 * `undefined` while it may go on at once.
 */
export type GiveWay = () => Promise<void> | undefined;

/** Told of the milliseconds that a task kept the service busy, each time it gave way and at its end. */
export type Charge = (busyMilliseconds: number) => void;

/** Takes steps until the last gives the value, others answered in between. */
export async function inSlices<T>(
  steps: Iterator<unknown, T, undefined>,
  giveWay: GiveWay,
): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const others = giveWay();
    if (others !== undefined) await others;
  }
}

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
const SLICE_MS = 3;
/** Long tasks that are half done at a time: each keeps in memory what it has so far, and ends the sooner the fewer they are. */
const MAX_BEGUN = 4;
/** What takes no longer is let in beside them. */
const SHORT_MS = 20;
/** A reader who waits for longer has left; what is computed for nobody keeps others waiting. */
const DEADLINE_MS = 8_000;
/** Tasks that wait at once; some seconds of work. */
const MAX_WAITING = 500;
/** Clients whose use is remembered. */
const MAX_CLIENTS = 10_000;

/** Stands for the service itself, whose own work has no deadline. */
export const OWN_WORK = '';
/** Many wait for the service's own work: it goes on as if as many clients asked for it. */
const OWN_WEIGHT = 50;

interface Waiting {
  readonly since: number;
  /** Whether it has run and given way. */
  readonly isBegun: boolean;
  enter(): void;
  refuse(error: ProblemError): void;
}

/** What is known of a client. */
interface Client {
  readonly name: string;
  /** Virtual time up to which the client has been served. */
  served: number;
  /** What one of its tasks usually takes, in milliseconds. */
  usualCost: number;
  /** Its tasks that wait, those that were begun before the others, so that few are half done at a time. */
  waiting: Waiting[];
}

/**
 * Makes a queue that shares the service equally among the clients that ask at the same time: start-time fair queueing
 * (Goyal, Vin, Cheng 1996). Each client has a virtual time that moves on by what its tasks take; whoever would be furthest
 * behind after its next slice goes first. Who asks after a pause starts with those who are served now: neither ahead of them for having asked for little,
 * nor behind them. So one who asks for little waits for a slice or two of those who ask for much, however many they are.
 *
 * Decision: the queue is our own. p-queue and fastq know priorities and no fairness; none lets a task give way.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function createFairQueue(now: () => number = () => performance.now()): FairQueue {
  let isBusy = false;
  let isScheduled = false;
  /** Milliseconds that this turn of the event loop has given to tasks that did not wait. */
  let spentThisTurn = 0;
  /** Virtual time at which the tasks that were let in began; where nobody waits, those who ask next begin there. */
  let virtualTime = 0;
  let waitingCount = 0;
  let begunCount = 0;
  const clients = new Map<string, Client>();
  const waiting = new Set<Client>();

  const clientOf = (name: string): Client => {
    const known = clients.get(name);
    if (known !== undefined) return known;
    const client: Client = { name, served: virtualTime, usualCost: 0, waiting: [] };
    clients.set(name, client);
    if (clients.size > MAX_CLIENTS) forgetOne();
    return client;
  };
  /** The first that waits for nothing: it loses at most what it was ahead of the others. */
  const forgetOne = () => {
    for (const [name, client] of clients) {
      if (!waiting.has(client)) return void clients.delete(name);
    }
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
    refuseLate();
    const client = furthestBehind();
    const next = client && takeFrom(client, 0);
    if (next === undefined) return;
    isBusy = true;
    next.enter();
  };
  const refuseLate = () => {
    const late = now() - DEADLINE_MS;
    for (const client of waiting) {
      if (client.name === OWN_WORK) continue;
      for (let at = client.waiting.length - 1; at >= 0; at--) {
        const { since, isBegun } = client.waiting[at] ?? { since: now(), isBegun: false };
        // What was begun and waits alone, on a slow machine, keeps nobody waiting.
        const mayEnd = isBegun && waitingCount === 1;
        if (since < late && !mayEnd) takeFrom(client, at)?.refuse(tooBusy());
      }
    }
  };
  /** Where a client starts that asks after a pause: with the one of those who wait that was served least. */
  const leastServed = (): number => {
    if (waiting.size === 0) return virtualTime;
    let least = Number.POSITIVE_INFINITY;
    for (const { served } of waiting) least = Math.min(least, served);
    return least;
  };
  /** The client that would be served least after one more slice, or a new task: what is short need not wait for what is long. */
  const furthestBehind = (): Client | undefined => {
    let best: Client | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const client of waiting) {
      if (!mayEnter(client)) continue;
      const cost = client.waiting[0]?.isBegun ? SLICE_MS : client.usualCost;
      const after = client.served + cost;
      if (after < least) [best, least] = [client, after];
    }
    return best;
  };
  /** What is long, as far as its client is known, waits until another one has ended. */
  const mayEnter = ({ waiting: [next], usualCost }: Client): boolean =>
    begunCount < MAX_BEGUN || next?.isBegun === true || usualCost < SHORT_MS;
  const takeFrom = (client: Client, at: number): Waiting | undefined => {
    const [entry] = client.waiting.splice(at, 1);
    if (entry !== undefined) waitingCount -= 1;
    if (client.waiting.length === 0) waiting.delete(client);
    return entry;
  };
  const wait = (client: Client, entry: Waiting) => {
    if (!waiting.has(client)) client.served = Math.max(client.served, leastServed());
    if (entry.isBegun) client.waiting.unshift(entry);
    else client.waiting.push(entry);
    waiting.add(client);
    waitingCount += 1;
    if (waitingCount > MAX_WAITING) shedOne();
    schedule();
  };
  /** Refuses the last task of the client that has most of them waiting; among equals, of the one served most. */
  const shedOne = () => {
    let victim: Client | undefined;
    for (const client of waiting) {
      if (client.name === OWN_WORK) continue;
      const more = client.waiting.length - (victim?.waiting.length ?? 0);
      if (more > 0 || (more === 0 && client.served > (victim?.served ?? 0))) victim = client;
    }
    if (victim !== undefined) takeFrom(victim, victim.waiting.length - 1)?.refuse(tooBusy());
  };
  /** Whether a client, at the share it gets, would wait for longer than the deadline: better told now than then. */
  const isHopeless = (client: Client): boolean => {
    const ahead = client.waiting.length * client.usualCost;
    return ahead * waiting.size > DEADLINE_MS;
  };

  /** Runs a task that holds the queue; it is charged for the time between entering and giving way. */
  function execute<T>(
    client: Client,
    since: number,
    task: (giveWay: GiveWay) => T | Promise<T>,
    charge?: Charge,
  ): T | Promise<T> {
    let entered = 0;
    let begun = 0;
    let cost = 0;
    const enter = () => {
      isBusy = true;
      entered = now();
      begun = client.served;
      virtualTime = Math.max(virtualTime, begun);
    };
    const leave = () => {
      const busy = now() - entered;
      isBusy = false;
      spentThisTurn += busy;
      cost += busy;
      client.served = begun + (client.name === OWN_WORK ? busy / OWN_WEIGHT : busy);
      charge?.(busy);
      schedule();
    };
    const giveWay: GiveWay = () => {
      if (now() - entered < SLICE_MS) return undefined;
      leave();
      client.usualCost = Math.max(client.usualCost, cost);
      if (!isBegun) begunCount += 1;
      isBegun = true;
      return new Promise((resolve, reject) => {
        // Refused while it does not hold the queue, it has nothing to leave.
        const refuse = (error: ProblemError) => {
          isRefused = true;
          reject(error);
        };
        const goOn = () => {
          enter();
          resolve();
        };
        wait(client, { since, isBegun: true, enter: goOn, refuse });
      });
    };
    let isBegun = false;
    let isRefused = false;
    const end = () => {
      if (isBegun) begunCount -= 1;
      if (!isRefused) leave();
      // One that took long because the machine was busy makes no client one that asks for much.
      const { usualCost: usual } = client;
      client.usualCost += Math.min(cost - usual, usual + 1) / 4;
    };
    let result: T | Promise<T>;
    enter();
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
    run(name, task, charge) {
      const since = now();
      const client = clientOf(name);
      if (!isBusy && waitingCount === 0 && spentThisTurn < SLICE_MS) {
        client.served = Math.max(client.served, virtualTime);
        return execute(client, since, task, charge);
      }
      if (name !== OWN_WORK && isHopeless(client)) return Promise.reject(tooBusy());
      return new Promise((resolve, reject) => {
        const enter = () => {
          try {
            resolve(execute(client, since, task, charge));
          } catch (error) {
            reject(error);
          }
        };
        wait(client, { since, isBegun: false, enter, refuse: reject });
      });
    },
  };
}

function tooBusy(): ProblemError {
  const seconds = DEADLINE_MS / 1_000;
  const detail = `the service has more to compute than it can do in time; try again in ${seconds} seconds`;
  return new ProblemError(503, detail, { headers: { 'retry-after': String(seconds) } });
}
