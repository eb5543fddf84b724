import type { IsoDate } from '../../data/core/schema/dates.ts';

/** How many reports may come in a day. */
export interface Shares {
  /** With a proof of work, from one network. */
  readonly provenANetwork: number;
  /** Without one, from one network. */
  readonly plainANetwork: number;
  /** Without one, from everywhere. */
  readonly plain: number;
  /** Attempts of any kind to use a key, from one network. */
  readonly keysANetwork: number;
}

const SHARES: Shares = { provenANetwork: 50, plainANetwork: 5, plain: 200, keysANetwork: 300 };

/** Most networks that are counted; beyond, all others together have the share of one. */
const MAX_NETWORKS = 50_000;

export type Use = 'proven' | 'plain' | 'key';

/** Counts what networks send within a day, in memory only: which network sent what is written nowhere. */
export interface DailyShare {
  /** Takes one of a network's share; false where it is used up. */
  take(network: string, use: Use, today: IsoDate): boolean;
  /** Gives back what was taken for something that could not be done. */
  giveBack(network: string, use: Use): void;
}

/** Counters that start anew with each day. */
export function createDailyShare(shares: Partial<Shares> = {}): DailyShare {
  const limits = { ...SHARES, ...shares };
  let day = '';
  let counts = new Map<string, number>();
  const giveBackOne = (key: string): void => {
    const known = counts.has(key) ? key : 'all others';
    counts.set(known, Math.max(0, (counts.get(known) ?? 0) - 1));
  };
  const add = (key: string, limit: number): boolean => {
    const known = counts.size < MAX_NETWORKS || counts.has(key) ? key : 'all others';
    const count = counts.get(known) ?? 0;
    if (count >= limit) return false;
    counts.set(known, count + 1);
    return true;
  };
  return {
    take(network, use, today) {
      if (today !== day) [day, counts] = [today, new Map()];
      if (use === 'proven') return add(`proven ${network}`, limits.provenANetwork);
      if (use === 'key') return add(`key ${network}`, limits.keysANetwork);
      return add(`plain ${network}`, limits.plainANetwork) && add('plain', limits.plain);
    },
    giveBack(network, use) {
      giveBackOne(`${use} ${network}`);
      if (use === 'plain') giveBackOne('plain');
    },
  };
}
