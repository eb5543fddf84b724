import { listOf } from './plain-json.ts';

/** A change that is made to an API document in its place. */
export type Change = (document: unknown) => void;

type Members = Record<string, unknown>;

/**
 * The object or list at a path of keys with blanks between, parameters by their name; a path that leads nowhere is a
 * fault of the test.
 */
function at(document: unknown, path: string): Members {
  let value = document;
  for (const key of path.split(' ')) {
    const named = listOf(value).find((each) => Reflect.get(Object(each), 'name') === key);
    value = named ?? Reflect.get(Object(value), key);
  }
  if (!isMembers(value)) throw new Error(`nothing is at ${path}`);
  return value;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

/** Gives an object other members. */
export function set(path: string, members: Members): Change {
  return (document) => void Object.assign(at(document, path), members);
}

/** Takes members out of an object, or items out of a list: texts by themselves, others by their index. */
export function remove(path: string, ...names: string[]): Change {
  return (document) => {
    const holder = at(document, path);
    for (const name of names) {
      if (Array.isArray(holder)) holder.splice(indexIn(holder, name), 1);
      else Reflect.deleteProperty(holder, name);
    }
  };
}

function indexIn(list: readonly unknown[], name: string): number {
  return list.includes(name) ? list.indexOf(name) : Number(name);
}

/** Gives a member of an object another name. */
export function rename(path: string, from: string, to: string): Change {
  return (document) => {
    const holder = at(document, path);
    holder[to] = holder[from];
    Reflect.deleteProperty(holder, from);
  };
}

/** Adds an item to a list. */
export function add(path: string, item: unknown): Change {
  return (document) => {
    const list = at(document, path);
    if (Array.isArray(list)) list.push(item);
  };
}
