import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { replaceFile } from '../../data/tools/files/replace.ts';

/** The signature algorithm of receipts: Ed25519 by the name that all libraries know (RFC 8037 3.1). */
export const RECEIPT_ALGORITHM = 'EdDSA';

const PublicKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
});
const SigningKey = PublicKey.extend({ d: z.string() });
export type SigningKey = z.infer<typeof SigningKey>;

/** The file of keys: one that signs, and the public parts of those that signed before. */
const KeyFile = z.strictObject({ signing: SigningKey, retired: z.array(PublicKey) });
type KeyFile = z.infer<typeof KeyFile>;

export interface ReceiptKeys {
  /** The key that signs now. It is made when there is none. */
  signing(): Promise<SigningKey>;
  /** All public keys, for `/.well-known/jwks.json` (RFC 7517); empty while nothing was signed. */
  published(): Promise<JSONWebKeySet>;
  /** Makes a new signing key; what the old one signed stays verifiable. */
  rotate(): Promise<SigningKey>;
}

/** Keys in a file that only the service's user may read. It is read again when it changed, so that a rotation needs no restart. */
export function createReceiptKeys(path: string): ReceiptKeys {
  let read: { modified: number; keys: KeyFile } | undefined;
  let making: Promise<KeyFile> | undefined;

  async function load(): Promise<KeyFile | undefined> {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return undefined;
    if (read?.modified === found.mtimeMs) return read.keys;
    const parsed = KeyFile.safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (!parsed.success)
      throw new Error(`${path} holds no keys of receipts: ${z.prettifyError(parsed.error)}`);
    read = { modified: found.mtimeMs, keys: parsed.data };
    return parsed.data;
  }

  async function write(keys: KeyFile): Promise<KeyFile> {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    return keys;
  }

  async function current(): Promise<KeyFile> {
    const known = await load();
    if (known !== undefined) return known;
    making ??= makeKey()
      .then((signing) => write({ signing, retired: [] }))
      .finally(() => {
        making = undefined;
      });
    return making;
  }

  return {
    signing: async () => (await current()).signing,
    async published() {
      const known = await load();
      if (known === undefined) return { keys: [] };
      const keys = [publicPart(known.signing), ...known.retired];
      return { keys: keys.map((key) => ({ ...key, alg: RECEIPT_ALGORITHM, use: 'sig' })) };
    },
    async rotate() {
      const known = await load();
      const signing = await makeKey();
      await write({
        signing,
        retired: known === undefined ? [] : [publicPart(known.signing), ...known.retired],
      });
      return signing;
    },
  };
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(RECEIPT_ALGORITHM, {
    crv: 'Ed25519',
    extractable: true,
  });
  const jwk = await exportJWK(privateKey);
  return SigningKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
}

function publicPart({ kty, crv, x, kid }: SigningKey): z.infer<typeof PublicKey> {
  return { kty, crv, x, kid };
}
