import { diffArrays } from 'diff';

/** Most characters of a difference that is kept; the page itself says the rest. */
const MAX_LENGTH = 6_000;

/** What changed between two texts, a paragraph a line: what went with `- `, what came with `+ `. Empty where nothing did. */
export function textDifference(before: string, after: string): string {
  const changes = diffArrays(before.split('\n'), after.split('\n'), { timeout: 5_000 });
  // Without a result in time the two have so little in common that the whole is the difference.
  if (changes === undefined) return 'the page is another one';
  const lines = changes.flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `${added ? '+' : '-'} ${line}`) : [],
  );
  const text = lines.join('\n');
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}\n…` : text;
}
