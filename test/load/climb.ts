/** Numbers from 0 to 1; the same seed gives the same ones. */
export type Random = () => number;

/** What is sent: a POST where it has a body. */
export interface Request {
  readonly path: string;
  readonly body?: string | undefined;
  readonly accept?: string | undefined;
  /** Further header fields. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A request in parts, each of which can be drawn anew by itself. */
export interface Kind {
  readonly name: string;
  readonly parts: Readonly<Record<string, (random: Random) => string | undefined>>;
  /** Statuses of what was answered; 200 where absent. */
  readonly answers?: readonly number[];
  /** The request that the parts make. */
  request(parts: Parts): Request;
}

export type Parts = Readonly<Record<string, string | undefined>>;

/** The costliest request that was found, and what it cost. */
interface Worst {
  readonly parts: Parts;
  readonly cost: number;
}

/** A linear congruential generator (Numerical Recipes), so that a search can be run again. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Climbs to the costliest legal request of a kind: a part or two of the best one is drawn anew, and what costs more is kept.
 *
 * @param costOf cost of a request; `undefined` where it is refused
 */
export async function climb(
  kind: Kind,
  rounds: number,
  random: Random,
  costOf: (parts: Parts) => Promise<number | undefined>,
): Promise<Worst> {
  const names = Object.keys(kind.parts);
  const redraw = (parts: Parts, chosen: readonly string[]): Parts => ({
    ...parts,
    ...Object.fromEntries(chosen.map((name) => [name, kind.parts[name]?.(random)])),
  });
  const anyName = () => names[Math.floor(random() * names.length)] ?? '';
  let worst: Worst = { parts: {}, cost: 0 };
  for (let round = 0; round < rounds; round++) {
    // Now and then from anew, so that it does not stay on a hill.
    const isAnew = round < 3 || random() < 0.15;
    const parts = redraw(worst.parts, isAnew ? names : [anyName(), anyName()]);
    const cost = await costOf(parts);
    if (cost !== undefined && cost > worst.cost) worst = { parts, cost };
  }
  return worst;
}
