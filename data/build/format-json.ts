/** Longest line that a list of plain values is kept on. */
const LINE_WIDTH = 100;

/**
 * JSON as it stands in authored files: two spaces, one key a line, and lists of plain values filled into lines,
 * so that 83 region ids do not take 83 lines. Ends with a line break.
 */
export function formatJson(value: unknown): string {
  return `${formatValue(value, '', 0)}\n`;
}

function formatValue(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every(isPlain))
      return fillLines(
        value.map((item) => JSON.stringify(item)),
        indent,
        used,
      );
    const items = value.map((item) => `${inner}${formatValue(item, inner, inner.length)}`);
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  const entries = present.map(([key, item]: [string, unknown]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return `${start}${formatValue(item, inner, start.length)}`;
  });
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}

function fillLines(items: readonly string[], indent: string, used: number): string {
  const onOneLine = `[${items.join(', ')}]`;
  if (used + onOneLine.length < LINE_WIDTH) return onOneLine;
  const inner = `${indent}  `;
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line !== '' && inner.length + line.length + item.length + 3 > LINE_WIDTH) {
      lines.push(`${inner}${line}`);
      line = '';
    }
    line = line === '' ? `${item},` : `${line} ${item},`;
  }
  lines.push(`${inner}${line.slice(0, -1)}`);
  return `[\n${lines.join('\n')}\n${indent}]`;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
