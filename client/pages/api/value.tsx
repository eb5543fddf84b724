import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

const DEEPEST = 8;

/** Corners of a geometry as text: nobody reads 20,000 of them. */
const LONGEST_COORDINATES = 120;

/** Parts of a value that lie deeper are written in one stretch with what they are a part of: they are small. */
const DEEPEST_STRETCH = 6;

/** JSON as HTML that a person can read, as `Value` has it, bit by bit: a large value takes a while, and others are to be answered. */
export function* writeValue(value: unknown, depth = 0): Iterable<string> {
  const isSmall = typeof value !== 'object' || value === null || depth > DEEPEST_STRETCH;
  if (isSmall) yield renderToString(<Value value={value} depth={depth} />);
  else if (Array.isArray(value)) yield* writeList(value, depth);
  else {
    yield '<dl>';
    for (const [name, inner] of partsOf(value)) {
      yield `${renderToString(<dt>{name}</dt>)}<dd>`;
      if (name === 'coordinates') yield renderToString(<Coordinates value={inner} />);
      else yield* writeValue(inner, depth + 1);
      yield '</dd>';
    }
    yield '</dl>';
  }
}

function* writeList(list: readonly unknown[], depth: number): Iterable<string> {
  if (isPlain(list)) return yield renderToString(<List list={list} depth={depth} />);
  yield '<ul>';
  for (const entry of list) {
    yield '<li>';
    if (isLink(entry)) yield renderToString(<Entry entry={entry} depth={depth} />);
    else yield* writeValue(entry, depth + 1);
    yield '</li>';
  }
  yield '</ul>';
}

/**
 * JSON as HTML that a person can read: objects as description lists, links as links, lists of plain values in one line.
 */
function Value({ value, depth }: { value: unknown; depth: number }): VNode {
  if (value === null || value === undefined) return <span class="none">–</span>;
  if (typeof value === 'string') return <Text text={value} />;
  if (typeof value !== 'object') return <>{String(value)}</>;
  if (depth > DEEPEST) return <>…</>;
  if (Array.isArray(value)) return <List list={value} depth={depth} />;
  return (
    <dl>
      {partsOf(value).map(([name, inner]) => (
        <>
          <dt>{name}</dt>
          <dd>
            {name === 'coordinates' ? (
              <Coordinates value={inner} />
            ) : (
              <Value value={inner} depth={depth + 1} />
            )}
          </dd>
        </>
      ))}
    </dl>
  );
}

function partsOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, inner]) => inner !== undefined);
}

function Text({ text }: { text: string }): VNode {
  return /^https?:\/\/[^\s]+$/.test(text) ? <a href={text}>{text}</a> : <>{text}</>;
}

function List({ list, depth }: { list: readonly unknown[]; depth: number }): VNode {
  if (list.length === 0) return <span class="none">none</span>;
  if (isPlain(list)) {
    return (
      <>
        {list.map((entry, index) => (
          <>
            {index === 0 ? '' : ', '}
            <Value value={entry} depth={depth + 1} />
          </>
        ))}
      </>
    );
  }
  return (
    <ul>
      {list.map((entry) => (
        <li>
          <Entry entry={entry} depth={depth} />
        </li>
      ))}
    </ul>
  );
}

function isPlain(list: readonly unknown[]): boolean {
  return list.every((entry) => typeof entry !== 'object' || entry === null);
}

function isLink(entry: unknown): entry is object {
  return typeof entry === 'object' && entry !== null && 'href' in entry;
}

/** A link object reads best as a link. */
function Entry({ entry, depth }: { entry: unknown; depth: number }): VNode {
  if (!isLink(entry)) return <Value value={entry} depth={depth + 1} />;
  const text = (name: string) => {
    const value: unknown = Reflect.get(entry, name);
    return typeof value === 'string' ? [value] : [];
  };
  const [href = ''] = text('href');
  const [title = href] = text('title');
  const notes = [...text('rel'), ...text('type')];
  return (
    <>
      <a href={href}>{title}</a> <small>{notes.join(' · ')}</small>
    </>
  );
}

function Coordinates({ value }: { value: unknown }): VNode {
  const text = JSON.stringify(value) ?? '';
  const isLong = text.length > LONGEST_COORDINATES;
  return <code>{isLong ? `${text.slice(0, LONGEST_COORDINATES)}…` : text}</code>;
}
