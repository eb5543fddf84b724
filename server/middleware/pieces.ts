import { hash } from 'node:crypto';
import type { GiveWay } from './fair-queue.ts';

/** Bytes that many answers share, with what stands for them in a validator. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly digest: string;
}

/** Makes a piece of a text. */
export function pieceOf(text: string): Piece {
  const bytes = Buffer.from(text);
  return { bytes, digest: hash('sha256', bytes, 'base64url') };
}

/** Text is made bytes at this length, so that none of it takes long to. */
const TEXT_LENGTH = 64 * 1024;

/** A body in pieces, sent one after the other: those that are shared are neither copied nor hashed again. */
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
  static async gather(entries: Iterable<string | Piece>, giveWay: GiveWay): Promise<Pieces> {
    const pieces: MadePiece[] = [];
    for (const piece of made(entries)) {
      if (piece !== undefined) pieces.push(piece);
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

/** Makes texts that follow each other pieces; `undefined` where a text is not yet long enough. */
function* made(entries: Iterable<string | MadePiece>): Iterable<MadePiece | undefined> {
  let text = '';
  for (const entry of entries) {
    if (typeof entry === 'string') text += entry;
    if (text !== '' && (typeof entry !== 'string' || text.length >= TEXT_LENGTH)) {
      yield { ...pieceOf(text), isOwn: true };
      text = '';
    }
    yield typeof entry === 'string' ? undefined : entry;
  }
  if (text !== '') yield { ...pieceOf(text), isOwn: true };
}
