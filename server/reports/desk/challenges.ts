import { createHmac, randomBytes } from 'node:crypto';
import { hashOf, isSameHash } from '../secret-key.ts';
import type { PasskeyStore } from '../store/passkey-store.ts';

const LIFETIME_MS = 5 * 60_000;

/**
 * Challenges of WebAuthn ceremonies. Each carries its end and is signed, so that nothing is stored for strangers who ask
 * for one; it is written down when it is answered, and then never taken again.
 */
export interface Challenges {
  /** A new challenge. `purpose`: the ceremony that it is good for. */
  create(purpose: string): Promise<string>;
  /** Whether an answered challenge (base64url, as browsers send it) is ours, of this purpose and not over. */
  isOurs(purpose: string): (answered: string) => Promise<boolean>;
  /** Spends a challenge that was answered rightly: true once. */
  spend(answered: string): Promise<boolean>;
}

/** Challenges signed with the secret of a database. `now`: milliseconds since 1970. */
export function createChallenges(
  store: Pick<PasskeyStore, 'spendChallenge'>,
  secret: () => Promise<string>,
  now: () => number,
): Challenges {
  const sign = async (purpose: string, text: string) =>
    createHmac('sha256', await secret())
      .update(`desk challenge\n${purpose}\n${text}`)
      .digest('base64url');
  const read = (answered: string) => {
    const [endsAt = '', random = '', signature = ''] = Buffer.from(answered, 'base64url')
      .toString('utf8')
      .split('.');
    return { endsAt: Number(endsAt), text: `${endsAt}.${random}`, signature };
  };
  return {
    async create(purpose) {
      const text = `${now() + LIFETIME_MS}.${randomBytes(16).toString('base64url')}`;
      return `${text}.${await sign(purpose, text)}`;
    },
    isOurs: (purpose) => async (answered) => {
      const { endsAt, text, signature } = read(answered);
      return endsAt > now() && isSameHash(signature, await sign(purpose, text));
    },
    spend(answered) {
      const { endsAt } = read(answered);
      const times = {
        expiresAt: new Date(endsAt).toISOString(),
        now: new Date(now()).toISOString(),
      };
      return store.spendChallenge(hashOf(answered), times);
    },
  };
}
