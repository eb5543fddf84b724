import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { runCommand } from '../../data/tools/run-command.ts';
import { readConfig } from '../config.ts';
import { loadApp } from '../load-app.ts';
import {
  createReceiptKeys,
  digestOf,
  type ReceiptClaims,
  readReceipt,
  signedPart,
} from './receipts.ts';

// npm run receipt:verify -- FILE [--keys FILE or address]: checks a receipt without the service that gave it.
// FILE holds the receipt alone (that of a sheet of paper, too), or the answer that it came with. `--rotate` makes a new key instead.
const root = join(import.meta.dirname, '../../..');

const KeySet = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) });

await runCommand(run);

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: 'string' }, rotate: { type: 'boolean', default: false } },
  });
  const ownKeys = createReceiptKeys(join(readConfig(process.env).dataDir, 'receipt-keys.json'));
  if (values.rotate) {
    console.log(
      `New receipts are signed by ${(await ownKeys.rotate()).kid}; the old key stays published.`,
    );
    return 0;
  }
  const [path] = positionals;
  if (path === undefined)
    throw new Error(
      'npm run receipt:verify -- FILE [--keys FILE or https://…/.well-known/jwks.json]',
    );
  const keys = values.keys === undefined ? await ownKeys.published() : await readKeys(values.keys);
  const claims = await readReceipt(receiptIn(await readFile(path, 'utf8')), keys);
  console.log(`The signature is good: ${claims.issuer} answered ${claims.question}`);
  console.log(
    `for ${claims.asOf}, from data ${claims.datasetHash.slice(0, 12)}, by rules ${claims.rulesVersion}.`,
  );
  return recompute(claims);
}

/** The receipt alone, or the answer that it stands in. */
function receiptIn(text: string): string {
  if (!text.trimStart().startsWith('{')) return text;
  return z.looseObject({ receipt: z.string() }).parse(JSON.parse(text)).receipt;
}

async function readKeys(from: string): Promise<JSONWebKeySet> {
  const isAddress = /^https?:/.test(from);
  const text = isAddress ? await (await fetch(from)).text() : await readFile(from, 'utf8');
  return KeySet.parse(JSON.parse(text));
}

/** Asks the same of the data that lie here. 0: the same answer; 2: another one; other data cannot tell. */
async function recompute(claims: ReceiptClaims): Promise<number> {
  const { question, asOf, datasetHash, issuer } = claims;
  const { app, service } = await loadApp(root, {
    today: () => asOf,
    onFault: console.error,
    origin: issuer,
  });
  if (service.dataset.hash !== datasetHash) {
    console.log(
      `It was not computed again: data/dist here is ${service.dataset.hash.slice(0, 12)}. Check out that release and build it.`,
    );
    return 0;
  }
  const response = await app.request(new URL(question, issuer).href);
  const computed = signedPart(z.record(z.string(), z.unknown()).parse(await response.json()));
  const isSame =
    'answer' in claims
      ? JSON.stringify(computed) === JSON.stringify(claims.answer)
      : digestOf(computed).answerHash === claims.answerHash;
  console.log(
    isSame
      ? 'Computed again from the same data, the answer is the same.'
      : 'Computed again from the same data, the answer is ANOTHER one.',
  );
  return isSame ? 0 : 2;
}
