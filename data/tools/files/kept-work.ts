import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn, replaceFile } from './replace.ts';

/**
 * What earlier builds worked out, so that a build after a small change does only what the change touches.
 *
 * Each piece of work lies in a file of its own, named by the SHA-256 of the program and of everything the piece is made of: another
 * fact, another line of code, another package or another Node looks for another name and finds nothing. A file is put in place
 * whole, and begins with the sum of the rest, so what a killed build or a bad disk has left of it is made again and never used.
 * What a build did not ask for is removed at its end: the folder holds one build, and may be deleted at any time.
 */
export interface KeptWork {
  /**
   * The bytes that `make` gives for these inputs, from an earlier build where it is kept. `make` must depend on nothing else;
   * it runs once for equal inputs. The first input says what is made of the others.
   */
  reuse(
    inputs: readonly Input[],
    make: () => Uint8Array | Promise<Uint8Array>,
  ): Promise<Uint8Array>;
  /** Removes what nobody has asked for: at the end of a build that came to its end. */
  sweep(): Promise<void>;
}

type Input = string | Uint8Array;

/** Keeps nothing, and makes everything when it is asked for. */
export const NOTHING_KEPT: KeptWork = {
  reuse: async (_inputs, make) => make(),
  sweep: async () => undefined,
};

/**
 * @param folder made where it is missing
 * @param program stamp of the code and of the packages that do the work; the version of Node is added to it
 */
export function openKeptWork(folder: string, program: string): KeptWork {
  const asked = new Map<string, Promise<Uint8Array>>();

  async function readOrMake(name: string, make: () => Uint8Array | Promise<Uint8Array>) {
    const path = join(folder, name);
    const kept = await readKept(path);
    if (kept !== undefined) return kept;
    const made = await make();
    await mkdir(folder, { recursive: true });
    await replaceFile(path, Buffer.concat([sumOf(made), made]));
    return made;
  }

  return {
    reuse(inputs, make) {
      const name = nameOf([program, process.version, ...inputs]);
      const work = asked.get(name) ?? readOrMake(name, make);
      asked.set(name, work);
      return work;
    },
    async sweep() {
      const left = (await namesIn(folder)).filter((name) => !asked.has(name));
      await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true })));
    },
  };
}

const SUM_BYTES = 32;

/** The content of a kept file; `undefined` where there is none or it is not as it was written. */
async function readKept(path: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const content = bytes.subarray(SUM_BYTES);
  return sumOf(content).equals(bytes.subarray(0, SUM_BYTES)) ? content : undefined;
}

function sumOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** Each input goes in with its length, so that no two lists run together into one. */
function nameOf(inputs: readonly Input[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const bytes = Buffer.from(input);
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}
