import { hash } from 'node:crypto';
import type { GiveWay } from './fair-queue.ts';

/** Bytes that many answers share, with what stands for them in a validator. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly digest: string;
}

/** Makes a piece of a text, or of bytes. */
export function pieceOf(content: string | Buffer): Piece {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { bytes, digest: hash('sha256', bytes, 'base64url') };
}

/** Texts and small pieces are joined up to about this length, so that none of it takes long. */
const RUN_LENGTH = 64 * 1024;

/** Pieces below this are copied: to hand each of them to the system by itself costs more. */
const SMALL_PIECE = 2_048;

/** Puts bytes on the account of a client; throws a refusal where there is no room for them. */
export type Hold = (bytes: number) => void;

/** How a body is made bit by bit. */
export interface Making {
  /** Lets others be answered in between. */
  readonly giveWay: GiveWay;
  /** Told of the bytes that it takes so far, before whoever asked has any of them. */
  readonly hold: Hold;
}

/** A body in pieces, sent one after the other: those that are shared are neither copied, if they are large, nor hashed again. */
export class Pieces {
  readonly parts: readonly Uint8Array[];
  readonly length: number;
  /** Bytes of it that no other body shares. */
  readonly ownLength: number;
  /** Follows from the bytes and nothing else, though not the hash of all of them. */
  readonly digest: string;

  constructor(entries: Iterable<string | Piece>) {
    const pieces = [...made(entries)].filter((piece) => piece !== undefined);
    this.parts = pieces.map(({ bytes }) => bytes);
    this.length = pieces.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    const own = pieces.filter(({ isOwn }) => isOwn);
    this.ownLength = own.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    this.digest = hash('sha256', pieces.map(({ digest }) => digest).join(''), 'base64url');
  }

  /** The same out of what is written bit by bit, others answered in between. */
  static async gather(
    entries: Iterable<string | Piece>,
    { giveWay, hold }: Making,
  ): Promise<Pieces> {
    const pieces: MadePiece[] = [];
    for (const piece of made(entries)) {
      if (piece !== undefined) {
        if (piece.isOwn) hold(piece.bytes.byteLength);
        pieces.push(piece);
      }
      const others = giveWay();
      if (others !== undefined) await others;
    }
    return new Pieces(pieces);
  }

  /** All bytes in one, for whoever cannot take pieces. */
  whole(): Buffer {
    return Buffer.concat(this.parts, this.length);
  }
}

/** A piece of a body; its own where no other body shares it. */
interface MadePiece extends Piece {
  readonly isOwn?: true;
}

/** Joins texts and small pieces that follow each other; `undefined` where they are not yet long enough. */
function* made(entries: Iterable<string | MadePiece>): Iterable<MadePiece | undefined> {
  let run: (string | MadePiece)[] = [];
  let length = 0;
  for (const entry of entries) {
    const isShort =
      typeof entry === 'string' || (!entry.isOwn && entry.bytes.byteLength < SMALL_PIECE);
    if (isShort) {
      run.push(entry);
      length += typeof entry === 'string' ? entry.length : entry.bytes.byteLength;
    }
    if (run.length > 0 && (!isShort || length >= RUN_LENGTH)) {
      yield joined(run);
      run = [];
      length = 0;
    }
    yield isShort ? undefined : entry;
  }
  if (run.length > 0) yield joined(run);
}

/** In the digest a text stands for itself, and a piece is stood for by its own: nothing is hashed twice. */
function joined(run: readonly (string | MadePiece)[]): MadePiece {
  const length = run.reduce(
    (sum, entry) =>
      sum + (typeof entry === 'string' ? Buffer.byteLength(entry) : entry.bytes.byteLength),
    0,
  );
  const bytes = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const entry of run) {
    if (typeof entry === 'string') at += bytes.write(entry, at);
    else {
      bytes.set(entry.bytes, at);
      at += entry.bytes.byteLength;
    }
  }
  const digests = run.map((entry) => (typeof entry === 'string' ? entry : entry.digest));
  return { bytes, digest: hash('sha256', digests.join('\n'), 'base64url'), isOwn: true };
}
