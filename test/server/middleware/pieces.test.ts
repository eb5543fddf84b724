import { describe, expect, it } from 'vitest';
import { Pieces, pieceOf } from '../../../server/middleware/pieces.ts';

const large = pieceOf(`"${'д'.repeat(4_000)}"`);
const small = pieceOf('{"a":1}');

describe('a body in pieces', () => {
  it('has the bytes of all of them in a row', () => {
    const body = new Pieces(['[', small, ',', large, ',', small, ']']);
    const text = `[{"a":1},"${'д'.repeat(4_000)}",{"a":1}]`;
    expect(body.whole().toString()).toBe(text);
    expect(body.length).toBe(Buffer.byteLength(text));
  });

  it('shares the bytes of large ones and joins the others', () => {
    const body = new Pieces(['[', small, ',', large, ',', small, ']']);
    expect(body.parts).toHaveLength(3);
    expect(body.parts[1]).toBe(large.bytes);
    expect(body.ownLength).toBe(body.length - large.bytes.byteLength);
  });

  it('has another digest where a text or a piece is another', () => {
    const digests = [
      new Pieces(['[', small, ']']),
      new Pieces(['[', large, ']']),
      new Pieces(['[', small, ',', small, ']']),
      new Pieces(['(', small, ')']),
    ].map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(digests.length);
    expect(new Pieces(['[', pieceOf('{"a":1}'), ']']).digest).toBe(digests[0]);
  });
});
