import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { createExperienceCounter } from '../../data/core/reports/count-experiences.ts';
import type { IsoDate } from '../../data/core/schema/dates.ts';
import { CodedBody, createEncoder } from '../middleware/content-coding.ts';
import { ProblemError } from '../middleware/problem.ts';
import { type LazyStore, withinPatience } from './open-store.ts';
import { publicCase, type StoredCase } from './store/case-rows.ts';
import type { CaseStore } from './store/case-store.ts';

/** What is public of all cases that the desk has seen, as one document (`PublishedReports`). */
export interface Published {
  /**
   * The document. It is made once for all who ask, and anew when something was decided or a day has passed.
   *
   * @throws DatabaseUnavailable
   * @throws ProblemError 503 where that takes longer than a request may stand still; it goes on being made.
   */
  body(): Promise<CodedBody>;
}

export const PUBLISHED_TYPE = 'application/json';

type Decided = Pick<CaseStore, 'decided' | 'decidedVersion'>;

/** The document under what it follows from: the day and the version of the cases. */
interface Made {
  readonly version: string;
  readonly body: CodedBody;
}

const NOTHING: Decided = {
  async *decided() {},
  decidedVersion: async () => '',
};

/** Milliseconds that a request waits; a connection that stands still for longer is cut (`server/listen.ts`). */
const MAKING_PATIENCE = 10_000;
const RETRY_AFTER_SECONDS = 10;

/** Makes the document when it is first asked for. */
export function createPublished(
  store: LazyStore,
  today: () => IsoDate,
  patience = MAKING_PATIENCE,
): Published {
  let kept: Made | undefined;
  let making: { readonly version: string; readonly made: Promise<Made> } | undefined;

  const versionOf = async (cases: Decided) => `${today()} ${await cases.decidedVersion()}`;
  const make = async (cases: Decided, version: string): Promise<Made> => {
    const publishedOn = version.slice(0, 'YYYY-MM-DD'.length);
    kept = { version, body: await encode(writePublished(cases.decided(), publishedOn)) };
    return kept;
  };
  /** Who comes while it is made gets what is made for others, unless something was decided since they began. */
  async function madeFrom(cases: Decided): Promise<Made> {
    let version = await versionOf(cases);
    if (making !== undefined && making.version !== version) {
      await making.made.catch(() => undefined);
      version = await versionOf(cases);
    }
    if (kept?.version === version) return kept;
    // What others have begun meanwhile they began after this one came.
    making ??= {
      version,
      made: make(cases, version).finally(() => {
        making = undefined;
      }),
    };
    return making.made;
  }

  return {
    async body() {
      const made = store.hasAny() ? store.use(({ cases }) => madeFrom(cases)) : madeFrom(NOTHING);
      return (await withinPatience(made, patience, stillMaking)).body;
    },
  };
}

function stillMaking(): ProblemError {
  const seconds = String(RETRY_AFTER_SECONDS);
  const detail = `what is public of all cases is being put together; try again in ${seconds} seconds`;
  return new ProblemError(503, detail, { headers: { 'retry-after': seconds } });
}

/** Counts that are written in one stretch. */
const COUNTS_AT_A_TIME = 200;

/** Writes the document some cases at a time, so that it is nowhere as a whole; experiences are counted on the way. */
export async function* writePublished(
  decided: AsyncIterable<readonly StoredCase[]>,
  publishedOn: IsoDate,
): AsyncIterable<string> {
  const counter = createExperienceCounter();
  yield `{"publishedOn":${JSON.stringify(publishedOn)},"cases":[`;
  let comma = '';
  for await (const cases of decided) {
    for (const { state, report } of cases) {
      if (state === 'published' && report?.kind === 'experience') counter.add(report);
    }
    yield comma + cases.map((stored) => JSON.stringify(publicCase(stored))).join();
    comma = ',';
  }
  yield '],"experiences":[';
  let texts: string[] = [];
  for (const count of counter.counts()) {
    if (texts.length === COUNTS_AT_A_TIME) {
      yield `${texts.join()},`;
      texts = [];
    }
    texts.push(JSON.stringify(count));
  }
  yield `${texts.join()}]}`;
}

/** Keeps a text under both codings, in a tenth of its length; as plain text it is there while somebody reads it. */
async function encode(texts: AsyncIterable<string>): Promise<CodedBody> {
  const [br, gzip] = [createEncoder('br'), createEncoder('gzip')];
  const digest = createHash('sha256');
  let length = 0;
  try {
    for await (const text of texts) {
      const bytes = Buffer.from(text);
      length += bytes.byteLength;
      digest.update(bytes);
      await Promise.all([br.write(bytes), gzip.write(bytes)]);
    }
    const encoded = await br.end();
    const read = () => decompress(encoded);
    const load = sharedWhileRead(read);
    const plain = { length, digest: digest.digest('base64url'), read, load };
    const body = new CodedBody(plain, PUBLISHED_TYPE);
    body.add('br', encoded);
    body.add('gzip', await gzip.end());
    return body;
  } finally {
    br.destroy();
    gzip.destroy();
  }
}

const decompress = promisify(brotliDecompress);

/** Those who ask while others still read get the same bytes. */
function sharedWhileRead(load: () => Promise<Uint8Array>): () => Promise<Uint8Array> {
  let read: WeakRef<Uint8Array> | undefined;
  let loading: Promise<Uint8Array> | undefined;
  return async () => {
    const known = read?.deref();
    if (known !== undefined) return known;
    loading ??= load().finally(() => {
      loading = undefined;
    });
    const bytes = await loading;
    read = new WeakRef(bytes);
    return bytes;
  };
}
