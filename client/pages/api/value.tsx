import type { VNode } from 'preact';

const DEEPEST = 8;

/** Corners of a geometry as text: nobody reads 20,000 of them. */
const LONGEST_COORDINATES = 120;

/**
 * JSON as HTML that a person can read: objects as description lists, links as links, lists of plain values in one line.
 */
export function Value({ value, depth = 0 }: { value: unknown; depth?: number }): VNode {
  if (value === null || value === undefined) return <span class="none">–</span>;
  if (typeof value === 'string') return <Text text={value} />;
  if (typeof value !== 'object') return <>{String(value)}</>;
  if (depth > DEEPEST) return <>…</>;
  if (Array.isArray(value)) return <List list={value} depth={depth} />;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return (
    <dl>
      {entries.map(([name, inner]) => (
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

function Text({ text }: { text: string }): VNode {
  return /^https?:\/\/[^\s]+$/.test(text) ? <a href={text}>{text}</a> : <>{text}</>;
}

function List({ list, depth }: { list: readonly unknown[]; depth: number }): VNode {
  if (list.length === 0) return <span class="none">none</span>;
  if (list.every((entry) => typeof entry !== 'object' || entry === null)) {
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

/** A link object reads best as a link. */
function Entry({ entry, depth }: { entry: unknown; depth: number }): VNode {
  if (typeof entry !== 'object' || entry === null || !('href' in entry)) {
    return <Value value={entry} depth={depth + 1} />;
  }
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
