import * as z from 'zod';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { Database, Queries, Value } from './database.ts';

/** A passkey of a member of the desk. Bytes are base64url. */
const Passkey = z
  .object({
    credential_id: z.string(),
    member: z.string(),
    public_key: z.string(),
    counter: z.number(),
    transports: z.array(z.string()),
  })
  .transform((row) => ({
    credentialId: row.credential_id,
    member: row.member,
    publicKey: row.public_key,
    counter: row.counter,
    transports: row.transports,
  }));
export type Passkey = z.infer<typeof Passkey>;

/** Members of the desk and how they sign in. Tokens are known by their hashes; times are ISO 8601. */
export interface PasskeyStore {
  invite(name: string, tokenHash: string, expiresAt: string): Promise<void>;
  /** Name of an invitation that is still good; it stays until a passkey is added by it. */
  invited(tokenHash: string, now: string): Promise<string | undefined>;
  /** Uses an invitation up and adds a passkey, and the member where the name is new; false where it was used meanwhile. */
  join(tokenHash: string, passkey: Passkey, now: string): Promise<boolean>;
  find(credentialId: string): Promise<Passkey | undefined>;
  /** Notes a use. Counters that go backwards are told by the WebAuthn library before. */
  used(credentialId: string, counter: number): Promise<void>;
  /** Writes down that a challenge was answered: true once. It is forgotten when it is over. */
  spendChallenge(hash: string, times: Times): Promise<boolean>;
  startSession(tokenHash: string, member: string, times: Times): Promise<void>;
  memberOf(tokenHash: string, now: string): Promise<string | undefined>;
  endSession(tokenHash: string): Promise<void>;
  /** Takes passkeys, sessions and invitations of a name away; false where nobody has it. */
  dismiss(name: string): Promise<boolean>;
}

/** When something ends, and the moment at which that is written; what ended before is swept. */
interface Times {
  readonly expiresAt: string;
  readonly now: string;
}

const Named = z.object({ name: z.string() });
const Member = z.object({ member: z.string() });

/** Passkeys in a migrated database. */
export function createPasskeyStore(database: Database): PasskeyStore {
  const first = async (queries: Queries, text: string, values: readonly Value[]) =>
    (await queries.query(text, values))[0];
  return {
    async invite(name, tokenHash, expiresAt) {
      await database.query(
        'insert into invitation (token_hash, name, expires_at) values ($1, $2, $3)',
        [tokenHash, name, expiresAt],
      );
    },
    async invited(tokenHash, now) {
      const row = await first(
        database,
        'select name from invitation where token_hash = $1 and expires_at > $2',
        [tokenHash, now],
      );
      return row && Named.parse(row).name;
    },
    join: (tokenHash, passkey, now) =>
      database.transaction(async (queries) => {
        const row = await first(
          queries,
          'delete from invitation where token_hash = $1 and expires_at > $2 returning name',
          [tokenHash, now],
        );
        if (row === undefined) return false;
        const { name } = Named.parse(row);
        const today: IsoDate = now.slice(0, 10);
        await queries.query(
          'insert into desk_member (name, joined_on) values ($1, $2) on conflict do nothing',
          [name, today],
        );
        await queries.query(
          `insert into passkey (credential_id, member, public_key, counter, transports, added_on) values ($1, $2, $3, $4, $5, $6)`,
          [
            passkey.credentialId,
            name,
            passkey.publicKey,
            passkey.counter,
            passkey.transports,
            today,
          ],
        );
        return true;
      }),
    async find(credentialId) {
      const row = await first(
        database,
        'select credential_id, member, public_key, counter, transports from passkey where credential_id = $1',
        [credentialId],
      );
      return row && Passkey.parse(row);
    },
    async used(credentialId, counter) {
      await database.query('update passkey set counter = $2 where credential_id = $1', [
        credentialId,
        counter,
      ]);
    },
    async spendChallenge(hash, { expiresAt, now }) {
      await database.query('delete from passkey_challenge where expires_at <= $1', [now]);
      const row = await first(
        database,
        `insert into passkey_challenge (hash, expires_at) values ($1, $2) on conflict do nothing returning hash`,
        [hash, expiresAt],
      );
      return row !== undefined;
    },
    async startSession(tokenHash, member, { expiresAt, now }) {
      await database.query('delete from desk_session where expires_at <= $1', [now]);
      await database.query(
        'insert into desk_session (token_hash, member, expires_at) values ($1, $2, $3)',
        [tokenHash, member, expiresAt],
      );
    },
    async memberOf(tokenHash, now) {
      const row = await first(
        database,
        'select member from desk_session where token_hash = $1 and expires_at > $2',
        [tokenHash, now],
      );
      return row && Member.parse(row).member;
    },
    async endSession(tokenHash) {
      await database.query('delete from desk_session where token_hash = $1', [tokenHash]);
    },
    dismiss: (name) =>
      database.transaction(async (queries) => {
        const removed = [
          await queries.query('delete from desk_session where member = $1 returning 1', [name]),
          await queries.query('delete from passkey where member = $1 returning 1', [name]),
          await queries.query('delete from invitation where name = $1 returning 1', [name]),
        ];
        return removed.some((rows) => rows.length > 0);
      }),
  };
}
