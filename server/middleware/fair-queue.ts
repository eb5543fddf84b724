/** Runs a task of a client when its turn has come; settles as the task does. */
export type FairQueue = <T>(client: string, task: () => T | Promise<T>) => Promise<T>;

/**
 * Makes a queue of tasks that each keep the service busy for a while. Clients take turns, so that nobody waits for all
 * that another has sent, and between two tasks whoever asks for less is answered.
 */
export function createFairQueue(): FairQueue {
  // A map keeps the order of insertion: the first client in it is the next.
  const waiting = new Map<string, (() => Promise<void>)[]>();
  let isRunning = false;

  async function runAll(): Promise<void> {
    isRunning = true;
    for (;;) {
      await nextLoop();
      const [next] = waiting;
      if (next === undefined) break;
      const [client, tasks] = next;
      const task = tasks.shift();
      waiting.delete(client);
      if (tasks.length > 0) waiting.set(client, tasks);
      await task?.();
    }
    isRunning = false;
  }

  return (client, task) =>
    new Promise((resolve, reject) => {
      const tasks = waiting.get(client) ?? [];
      waiting.set(client, tasks);
      tasks.push(async () => {
        try {
          resolve(await task());
        } catch (error) {
          reject(error);
        }
      });
      if (!isRunning) void runAll();
    });
}

function nextLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
