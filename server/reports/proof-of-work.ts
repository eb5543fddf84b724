import { type Challenge, createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as z from 'zod';
import type { IsoDate } from '../../data/core/schema/dates.ts';
import type { Proof } from '../api/report-documents.ts';
import { hashOf } from './secret-key.ts';

/** Iterations of one attempt: about half a millisecond of a desktop's processor, some of an old phone's. */
const ITERATIONS = 2_000;
/** Most attempts while few ask; the mean is half of it, about a second on an old phone. */
const ATTEMPTS = 600;
/** Most attempts however many ask: half a minute on an old phone. */
const MAX_ATTEMPTS = 20_000;
/** Tasks a minute that are given at the usual difficulty; above it each costs as much more as there are more. */
const USUAL_TASKS_A_MINUTE = 20;
/** A form may lie open for so long before its task is of no use any more. */
const MINUTES_TO_SOLVE = 60;

const Solved = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string().max(200),
      salt: z.string().max(200),
      cost: z.int().min(1).max(ITERATIONS),
      keyLength: z.int().min(1).max(64),
      keyPrefix: z.string().max(128),
      keySignature: z.string().max(200),
      expiresAt: z.int(),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({
    counter: z.int().min(0),
    derivedKey: z.string().max(200),
    time: z.number().optional(),
  }),
});

/** What a right proof leaves behind, so that it is used once. */
export interface SpentProof {
  readonly hash: string;
  readonly expiresOn: IsoDate;
}

export interface ProofOfWork {
  /** A new task. The more are asked for within a minute, the harder. */
  challenge(): Promise<Challenge>;
  /** Checks a proof; a sentence says what is wrong with it. */
  check(proof: Proof): Promise<SpentProof | { wrong: string }>;
}

/**
 * Tasks that cost a sender's processor a second and ours nothing (ALTCHA's deterministic mode: their keys are signed).
 * `secret` signs them, the same for all processes of a service; `now` is milliseconds since 1970.
 */
export function createProofOfWork(secret: () => Promise<string>, now: () => number): ProofOfWork {
  let recent: number[] = [];
  const secrets = async () => {
    const text = await secret();
    return {
      hmacSignatureSecret: hashOf(`${text} task`),
      hmacKeySignatureSecret: hashOf(`${text} key`),
    };
  };
  return {
    async challenge() {
      const time = now();
      recent = [...recent.filter((given) => given > time - 60_000).slice(-10_000), time];
      const load = Math.max(1, recent.length / USUAL_TASKS_A_MINUTE);
      const attempts = Math.min(MAX_ATTEMPTS, Math.ceil(ATTEMPTS * load));
      return createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: ITERATIONS,
        counter: randomInt(attempts, Math.ceil(attempts / 10)),
        deriveKey,
        expiresAt: Math.ceil(time / 1_000) + MINUTES_TO_SOLVE * 60,
        ...(await secrets()),
      });
    },
    async check(proof) {
      const solved = Solved.safeParse(readProof(proof));
      if (!solved.success)
        return { wrong: 'it is not what the task asks for: take a new task and solve it' };
      const { challenge, solution } = solved.data;
      // The library compares with its own clock; the day of a test is another.
      if (challenge.parameters.expiresAt * 1_000 < now())
        return { wrong: 'its task has expired: take a new one' };
      const { verified, expired } = await verifySolution({
        challenge,
        solution: { counter: solution.counter, derivedKey: solution.derivedKey },
        deriveKey,
        ...(await secrets()),
      });
      if (!verified)
        return {
          wrong: expired ? 'its task has expired: take a new one' : 'it does not solve its task',
        };
      const expiresOn = new Date(challenge.parameters.expiresAt * 1_000).toISOString().slice(0, 10);
      return { hash: hashOf(challenge.signature), expiresOn };
    },
  };
}

function readProof(proof: Proof): unknown {
  if (typeof proof !== 'string') return proof;
  try {
    return JSON.parse(Buffer.from(proof, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
