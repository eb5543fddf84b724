import { Session } from 'node:inspector';

/**
 * Gives back to the system what was needed to load the data and to draw nothing yet: about as much as what stays. Node does so by
 * itself only after seconds without work, and keeps the room for young objects. The inspector is the documented way to ask it.
 */
export async function giveBackMemory(): Promise<void> {
  const session = new Session();
  session.connect();
  try {
    await new Promise<void>((resolve) => {
      session.post('HeapProfiler.collectGarbage', () => resolve());
    });
  } finally {
    session.disconnect();
  }
}
