import type { DeviceModel } from '../../schema/device.ts';
import { foldDeviceText, latinLooks, latinReadings } from './device-text.ts';

/** A market version that bears a code. */
export interface CodeOwner<M> {
  model: M;
  /** Absent where the market of the code is not told. */
  variantId?: string;
}

interface CodeOwners<M> {
  code: string;
  owners: CodeOwner<M>[];
}

export interface CodeFound<M> {
  code: string;
  owner: CodeOwner<M>;
}

/** Finds market versions by the code on the box or in the settings. */
interface CodeIndex<M> {
  /** Owners of a code that stands in the text, alone or among other words; `code` as it is printed. */
  find(typed: string): CodeOwners<M> | undefined;
  /** Owners of a code of three or four characters, which is the whole text: to be asked after names. */
  findShort(typed: string): CodeOwners<M> | undefined;
  /** Owners of codes that begin with the text, while somebody is still typing. */
  begin(typed: string): CodeFound<M>[];
  /** Owners of codes that differ in their last two characters, which tell the market more often than the model. */
  near(typed: string): CodeFound<M>[];
}

type CodedModel = Pick<DeviceModel, 'modelCodes' | 'variants'>;

/** A shorter text is a name more often than a code: `X200` is a phone of vivo. */
const SHORTEST_CODE = 5;
/** More letters side by side are a word, not part of a code. */
const LONGEST_RUN = 6;
/** What Samsung prints before each of its codes and people leave out. */
const LEFT_OUT = /^SM(?=[A-Z]\d)/;

/** Indexes the codes of all versions: without marks, upper case, `/DS` and other ends for the number of cards left out. */
export function indexCodes<M extends CodedModel>(models: readonly M[]): CodeIndex<M> {
  const byKey = new Map<string, CodeOwners<M>>();
  const add = (code: string, owner: CodeOwner<M>): void => {
    for (const key of keysOf(code)) {
      const entry = byKey.get(key) ?? { code, owners: [] };
      const isKnown = entry.owners.some(
        ({ model, variantId }) => model === owner.model && variantId === owner.variantId,
      );
      if (!isKnown) entry.owners.push(owner);
      byKey.set(key, entry);
    }
  };
  for (const model of models) {
    for (const { id, modelCodes } of model.variants) {
      for (const code of modelCodes) add(code, { model, variantId: id });
    }
    for (const code of model.modelCodes) add(code, { model });
  }
  const keys = [...byKey.keys()].toSorted();
  const beginningWith = (start: string): CodeFound<M>[] => {
    if (start.length < SHORTEST_CODE || !/\d/.test(start)) return [];
    const found = keys.filter((key) => key.startsWith(start));
    return found.flatMap((key) => {
      const { code, owners } = byKey.get(key) ?? { code: key, owners: [] };
      return owners.map((owner) => ({ code, owner }));
    });
  };
  return {
    find: (typed) => {
      for (const reading of readingsOf(typed)) {
        const found = byKey.get(reading);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    findShort: (typed) => byKey.get(bare(latinLooks(foldDeviceText(typed)))),
    begin: (typed) => beginningWith(readingsOf(typed)[0] ?? ''),
    near: (typed) => {
      const [code = ''] = readingsOf(typed);
      if (!/^[A-Z\d]*\d{2}/.test(code)) return [];
      const shorter = [code.slice(0, -1), code.slice(0, -2)].map(beginningWith);
      return shorter.find((found) => found.length > 0) ?? [];
    },
  };
}

const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z\d]/g, '');

function keysOf(code: string): string[] {
  const key = bare(code.replace(/\/.*$/, ''));
  return [...new Set([key, key.replace(LEFT_OUT, '')])];
}

/** What of a text may be a code: the whole, then each part between spaces, by look and by sound. */
function readingsOf(typed: string): string[] {
  const text = foldDeviceText(typed);
  const parts = [text, ...text.split(/[\s:;,()]+/)].map((part) => part.replace(/\/.*$/, ''));
  const readings = parts.flatMap((part) => [latinLooks(part), ...soundsOf(part)]);
  return [...new Set(readings.map(bare))].filter(
    (key) => key.length >= SHORTEST_CODE && /\d/.test(key),
  );
}

function soundsOf(part: string): string[] {
  const runs = part.split(/(\p{Script=Cyrillic}+)/u);
  if (runs.length === 1 || runs.some((run) => run.length > LONGEST_RUN)) return [];
  let texts = [''];
  for (const run of runs) {
    const readings = /\p{Script=Cyrillic}/u.test(run) ? latinReadings(run).slice(0, 4) : [run];
    texts = texts.flatMap((text) => readings.map((reading) => text + reading)).slice(0, 16);
  }
  return texts;
}
