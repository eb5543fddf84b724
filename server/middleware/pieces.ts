import { hash } from 'node:crypto';

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

/** A body in pieces, sent one after the other: those that are shared are neither copied nor hashed again. */
export class Pieces {
  readonly parts: readonly Uint8Array[];
  readonly length: number;
  /** Bytes of it that no other body shares. */
  readonly ownLength: number;
  /** Follows from the bytes and nothing else, though not the hash of all of them. */
  readonly digest: string;

  constructor(list: readonly (string | Piece)[]) {
    const parts: Uint8Array[] = [];
    let digests = '';
    let text = '';
    let ownLength = 0;
    const flush = () => {
      if (text === '') return;
      const piece = pieceOf(text);
      parts.push(piece.bytes);
      ownLength += piece.bytes.byteLength;
      digests += piece.digest;
      text = '';
    };
    for (const entry of list) {
      if (typeof entry === 'string') text += entry;
      else {
        flush();
        parts.push(entry.bytes);
        digests += entry.digest;
      }
    }
    flush();
    this.parts = parts;
    this.length = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
    this.ownLength = ownLength;
    this.digest = hash('sha256', digests, 'base64url');
  }

  /** All bytes in one, for whoever cannot take pieces. */
  whole(): Buffer {
    return Buffer.concat(this.parts, this.length);
  }
}
