import { readCaseNumber } from '../../data/core/reports/case-number.ts';
import type { IsoDate } from '../../data/core/schema/dates.ts';
import {
  type CaseState,
  isOverdue,
  type PublicCase,
  type Report,
  ReportText,
} from '../../data/core/schema/report.ts';
import type { Proof, ThreadBody } from '../api/report-documents.ts';
import { checkReport, type KnownFacts, type ReportError, screenAnswer } from './check-report.ts';
import type { DailyShare, Use } from './daily-share.ts';
import type { LazyStore, OpenStore } from './open-store.ts';
import type { ProofOfWork } from './proof-of-work.ts';
import { createPublished, type Published } from './published.ts';
import { hashOf, makeKey, readKey } from './secret-key.ts';
import { type Message, publicCase, type StoredReport } from './store/case-rows.ts';
import type { CaseFilter } from './store/case-store.ts';
import { DatabaseUnavailable } from './store/database.ts';
import type { Submitted } from './store/submit-case.ts';

/** A report as it came. */
export interface Incoming {
  readonly report: Report;
  readonly proof?: Proof | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Counted in memory, written nowhere. */
  readonly network: string;
}

/** What the sender is given once. */
export interface Receipt {
  readonly case: string;
  /** By which the sender reads the desk's question, answers it or withdraws everything. */
  readonly key: string;
  readonly state: CaseState;
  readonly dueOn: IsoDate;
}

/** Why a report was not taken. */
export type Refusal =
  | { readonly refused: 'errors'; readonly errors: readonly ReportError[] }
  | { readonly refused: 'proof'; readonly detail: string }
  | {
      readonly refused:
        | 'share'
        | 'plain-share'
        | 'other-body'
        | 'withdrawn'
        | 'store-full'
        | 'subject-full';
    };

/** A case as its sender sees it. */
export interface OwnCase {
  readonly case: PublicCase;
  readonly overdue: boolean;
  readonly report: StoredReport | undefined;
  readonly messages: readonly Message[];
}

/** What can be done by whoever holds a key. */
export type KeyUse =
  | { readonly act: 'read' }
  | { readonly act: 'answer'; readonly text: string }
  | { readonly act: 'withdraw' };

/** What the sender wants to do with the key. */
export function useOf({ answer, withdraw }: ThreadBody): KeyUse {
  if (withdraw) return { act: 'withdraw' };
  return answer === undefined ? { act: 'read' } : { act: 'answer', text: answer };
}

/** Everything about reports but how they travel. */
export interface Reports {
  /** Takes a report whose shape is right. */
  submit(incoming: Incoming): Promise<Receipt | Refusal>;
  challenge: ProofOfWork['challenge'];
  /** A case by its number as people write it; what is public of it. */
  find(number: string): Promise<PublicCase | undefined>;
  /** What goes into the facts. */
  published: Published['body'];
  list(
    filter: CaseFilter,
    limit: number,
    offset: number,
  ): Promise<{ cases: PublicCase[]; total: number }>;
  /** Uses a key. `'wrong'` alike for a wrong key and an unknown case. */
  useKey(
    number: string,
    key: string,
    use: KeyUse,
    network: string,
  ): Promise<
    OwnCase | 'withdrawn' | 'wrong' | 'share' | 'full' | { readonly errors: readonly ReportError[] }
  >;
}

interface ReportsOptions {
  readonly store: LazyStore;
  readonly proofs: ProofOfWork;
  readonly share: DailyShare;
  /** The facts of the moment: they may be replaced while the service runs. */
  readonly facts: () => KnownFacts;
  readonly today: () => IsoDate;
}

/** Ties store, proof and limits together. */
export function createReports({ store, proofs, share, facts, today }: ReportsOptions): Reports {
  /** Does what a network's share was taken for; where the storage is away, nobody's share is used up by trying. */
  async function useCounted<T>(
    network: string,
    use: Use,
    work: (store: OpenStore) => Promise<T>,
  ): Promise<T> {
    try {
      return await store.use(work);
    } catch (error) {
      if (error instanceof DatabaseUnavailable) share.giveBack(network, use);
      throw error;
    }
  }

  return {
    challenge: proofs.challenge,

    async submit({ report, proof, idempotencyKey, network }) {
      const day = today();
      const errors = await checkReport(report, facts(), day);
      if (errors.length > 0) return { refused: 'errors', errors };
      const bodyHash = hashOf(JSON.stringify(report));
      const isRetry = idempotencyKey !== undefined && (await isKnown(store, idempotencyKey));
      const use = proof === undefined ? 'plain' : 'proven';
      let spent: { hash: string; expiresOn: IsoDate } | undefined;
      // A retry was paid for by the first: its proof is spent, and its answer was lost.
      if (!isRetry) {
        if (!share.take(network, use, day)) {
          return { refused: proof === undefined ? 'plain-share' : 'share' };
        }
        if (proof !== undefined) {
          const checked = await proofs.check(proof);
          if ('wrong' in checked) return { refused: 'proof', detail: checked.wrong };
          spent = checked;
        }
      }
      const keep = async ({ cases }: OpenStore) => {
        const key =
          idempotencyKey === undefined
            ? makeKey()
            : makeKey({ secret: await cases.secret(), idempotencyKey, bodyHash });
        const submitted = await cases.submit({
          report,
          today: day,
          keyHash: hashOf(key),
          ...(idempotencyKey === undefined
            ? {}
            : { idempotency: { keyHash: hashOf(idempotencyKey), bodyHash } }),
          ...(spent === undefined ? {} : { proof: spent }),
        });
        return receiptOf(submitted, key);
      };
      return isRetry ? store.use(keep) : useCounted(network, use, keep);
    },

    async find(text) {
      const number = readCaseNumber(text);
      if (number === undefined || !store.hasAny()) return undefined;
      const stored = await store.use(({ cases }) => cases.find(number));
      return stored && publicCase(stored);
    },

    published: createPublished(store, today).body,

    async list(filter, limit, offset) {
      if (!store.hasAny()) return { cases: [], total: 0 };
      const { cases: found, total } = await store.use(({ cases }) =>
        cases.list(filter, limit, offset),
      );
      return { cases: found.map(publicCase), total };
    },

    async useKey(text, typedKey, use, network) {
      const day = today();
      if (!share.take(network, 'key', day)) return 'share';
      if (!store.hasAny()) return 'wrong';
      if (use.act === 'answer') {
        const parsed = ReportText.safeParse(use.text);
        if (!parsed.success) {
          return {
            errors: [
              { field: 'answer', detail: parsed.error.issues[0]?.message ?? 'expected a text' },
            ],
          };
        }
        const errors = await screenAnswer(parsed.data);
        if (errors.length > 0) return { errors };
      }
      // What is no number takes the way of one that is unknown, so that nothing can be told from the time.
      const number = readCaseNumber(text) ?? '';
      const keyHash = hashOf(readKey(typedKey));
      return useCounted(network, 'key', async ({ cases }) => {
        if (use.act === 'withdraw')
          return (await cases.withdraw(number, keyHash)) ? 'withdrawn' : 'wrong';
        if (use.act === 'answer') {
          const added = await cases.answer(number, keyHash, use.text.trim(), day);
          if (added === undefined) return 'wrong';
          if (added === 'full') return 'full';
        }
        const opened = await cases.open(number, keyHash);
        if (opened === undefined) return 'wrong';
        const { stored, messages } = opened;
        const shown = publicCase(stored);
        return { case: shown, overdue: isOverdue(shown, day), report: stored.report, messages };
      });
    },
  };
}

function isKnown(store: LazyStore, idempotencyKey: string): Promise<boolean> {
  return store.use(({ cases }) => cases.knowsRetry(hashOf(idempotencyKey)));
}

function receiptOf(submitted: Submitted, key: string): Receipt | Refusal {
  if ('stored' in submitted) {
    const { number, state, dueOn } = submitted.stored;
    if (dueOn === undefined) return { refused: 'withdrawn' };
    return { case: number, key, state, dueOn };
  }
  if (submitted.outcome === 'proof-spent') {
    return { refused: 'proof', detail: 'it was used before: take a new task' };
  }
  return { refused: submitted.outcome };
}
