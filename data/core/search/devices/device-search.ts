import { DEVICE_KINDS, type DeviceKind } from '../../schema/device.ts';
import { type CodeFound, type CodeOwner, indexCodes } from './device-codes.ts';
import {
  entryOf,
  indexWords,
  KIND_WORDS,
  LAST_MEANT,
  type Order,
  type Ranked,
  rank,
  type SearchableDevice,
} from './device-ranking.ts';
import { cyrillicLooks, otherLayout, withoutSizes, wordsOf } from './device-text.ts';
import { createWordReader, type Reading, type Spellings } from './device-words.ts';

/**
 * Why a device is offered: the code on the box, its name, another name of it, words of its name, the name typed with the
 * keyboard set to another language, or a name that is only nearly what was typed.
 */
export type DeviceMatch = 'code' | 'name' | 'alias' | 'words' | 'layout' | 'near';

export interface DeviceHit<M> {
  model: M;
  match: DeviceMatch;
  /** Market version that the code names. */
  variantId?: string;
  /** The code or the other name that was found, as it is printed or written. */
  by?: string;
}

export interface DeviceAnswer<M> {
  /** The best first. */
  hits: DeviceHit<M>[];
  /** How many there are beside those within the limit. */
  more: number;
  /** The first hit where it is the only device of this code or name: it needs no choice. A near name is never taken. */
  chosen?: DeviceHit<M>;
  /** Only a kind was typed: `children's watch`. */
  kind?: DeviceKind;
}

export interface DeviceSearch<M> {
  /** @param kind devices of this kind come first among those that fit alike */
  find(typed: string, limit: number, kind?: DeviceKind): DeviceAnswer<M>;
}

/** Whose devices come first among those that fit alike: `15 pro` is an iPhone more often than a phone of another maker. */
const FIRST_MAKERS = ['Apple', 'Samsung', 'Xiaomi'];

/**
 * Finds devices by what people type: the code on the box, the maker's name in either alphabet, in any order and without
 * the parts that people leave out, another name, words run together, or the wrong keyboard layout.
 */
export function createDeviceSearch<M extends SearchableDevice>(
  models: readonly M[],
  spellings: Spellings,
): DeviceSearch<M> {
  const printed = new Set(models.flatMap(({ brand, model }) => wordsOf(`${brand} ${model}`)));
  const aliasReader = createWordReader(spellings, printed);
  const entries = models.map((model) => entryOf(model, aliasReader.name));
  const byWord = indexWords(entries);
  const reader = createWordReader(spellings, new Set(byWord.keys()));
  const codes = indexCodes(models);
  const vocabulary = [...byWord.keys()];

  const order = (kind: DeviceKind | undefined): Order => ({ makers: FIRST_MAKERS, kind });
  const asTyped = (typed: string, kind: DeviceKind | undefined): Ranked<M>[] =>
    rank(withBeginnings(reader.query(typed), vocabulary), byWord, order(kind));

  return {
    find: (text, limit, kind) => {
      const coded = codes.find(text);
      if (coded !== undefined) return ofCode(coded, limit);
      const typed = withoutSizes(text);
      for (const read of new Set([typed, cyrillicLooks(typed)])) {
        const found = asTyped(read, kind);
        if (found.length > 0) return ofNames(found, read, limit);
      }
      const short = codes.findShort(typed);
      if (short !== undefined) return ofCode(short, limit);
      const begun = codes.begin(typed);
      if (begun.length > 0) return cut(begun.map(hitOfCode), limit);
      const other = otherLayout(typed);
      const codedOther = codes.find(other);
      if (codedOther !== undefined) return ofCode(codedOther, limit);
      for (const layout of new Set([other, withKnownWords(typed)])) {
        const found = layout === typed ? [] : asTyped(layout, kind);
        if (found.length > 0) return cut(found.map(offered('layout')), limit);
      }
      const nearCodes = codes.near(typed);
      if (nearCodes.length > 0) {
        const models = [...new Set(nearCodes.map(({ owner }) => owner.model))];
        return cut(
          models.map((model) => ({ model, match: 'near' })),
          limit,
        );
      }
      return cut(near(typed, kind).map(offered('near')), limit);
    },
  };

  /** The words that nothing is known of as the other layout gives them: `cfvceyu s24`. */
  function withKnownWords(typed: string): string {
    return typed
      .split(/\s+/)
      .map((word) => (isKnown(word) ? word : otherLayout(word)))
      .join(' ');
  }

  function isKnown(word: string): boolean {
    return reader.query(word).every(({ words }) => words.length > 0);
  }

  function near(typed: string, kind: DeviceKind | undefined): Ranked<M>[] {
    const guessed = reader.query(typed).map((reading) => ({
      ...reading,
      words: reading.words.length > 0 ? reading.words : reader.nearly(reading.typed),
    }));
    // What nothing is like is left out from the end: the size of the memory, a colour.
    const known = guessed.filter(({ words }) => words.length > 0);
    const hasNumber = guessed.some(isNumber);
    for (let length = known.length; length > 0; length -= 1) {
      const kept = known.slice(0, length);
      const isWhole = length === guessed.length;
      if (!isWhole && !(kept.some(isNumber) === hasNumber && kept.some(isName))) return [];
      if (length < 2 && length < guessed.length / 2) return [];
      const found = rank(kept, byWord, order(kind));
      if (found.length > 0) return found;
    }
    return [];
  }

  function ofNames(found: readonly Ranked<M>[], typed: string, limit: number): DeviceAnswer<M> {
    const hits = found.map(({ entry, fit }): DeviceHit<M> => {
      if (fit.tier > LAST_MEANT) return { model: entry.model, match: 'words' };
      if (fit.alias === undefined) return { model: entry.model, match: 'name' };
      return { model: entry.model, match: 'alias', by: fit.alias };
    });
    const [first] = hits;
    const kind = kindOf(reader.query(typed));
    return {
      ...cut(hits, limit),
      ...(first && kind === undefined && isAlone(found, typed) ? { chosen: first } : {}),
      ...(kind === undefined ? {} : { kind }),
    };
  }
}

/** A number tells models apart, so it may not be dropped altogether. */
const isNumber = ({ typed }: Reading): boolean => /\d/.test(typed);

const isName = ({ typed }: Reading): boolean => /^\D{2,}$/.test(typed);

/** Whether the first is meant and no other can be: the only whole name, or the only one that is meant at all. */
function isAlone<M>(found: readonly Ranked<M>[], typed: string): boolean {
  const meant = found.filter(({ fit }) => fit.tier <= LAST_MEANT);
  const whole = meant.filter(({ fit }) => fit.tier === 0 && fit.alias === undefined);
  const isTold = /\d/.test(typed) || found.length === 1;
  return (meant.length === 1 && isTold) || whole.length === 1;
}

const offered =
  (match: DeviceMatch) =>
  <M>({ entry }: Ranked<M>): DeviceHit<M> => ({ model: entry.model, match });

function ofCode<M>(
  { code, owners }: { code: string; owners: CodeOwner<M>[] },
  limit: number,
): DeviceAnswer<M> {
  const hits = owners.map((owner) => hitOfCode({ code, owner }));
  const [only] = hits;
  return { ...cut(hits, limit), ...(hits.length === 1 && only ? { chosen: only } : {}) };
}

function hitOfCode<M>({ code, owner }: CodeFound<M>): DeviceHit<M> {
  return { ...owner, match: 'code', by: code };
}

function cut<M>(hits: DeviceHit<M>[], limit: number): DeviceAnswer<M> {
  return { hits: hits.slice(0, limit), more: Math.max(0, hits.length - limit) };
}

/** The last word may be unfinished: then it is any word that it begins. */
function withBeginnings(readings: readonly Reading[], vocabulary: readonly string[]): Reading[] {
  return readings.map((reading, at) => {
    if (at < readings.length - 1 || reading.words.length > 0) return reading;
    return { ...reading, words: vocabulary.filter((word) => word.startsWith(reading.typed)) };
  });
}

/** The kind that is all these words name. */
function kindOf(readings: readonly Reading[]): DeviceKind | undefined {
  return DEVICE_KINDS.find((kind) => {
    const words = KIND_WORDS[kind];
    const isNamed = words.every((word) => readings.some((reading) => reading.words.includes(word)));
    return (
      isNamed && readings.every((reading) => reading.words.some((word) => words.includes(word)))
    );
  });
}
