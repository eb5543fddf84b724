/** A parsed JSON text, or the reason why it is not one. */
export type ParsedJson = { ok: true; value: unknown } | { ok: false; problem: string };

/** Parses a JSON text; the problem of a broken one names line and column. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(message)?.[1];
    if (offset === undefined) return { ok: false, problem: message };
    const before = text.slice(0, Number(offset)).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { ok: false, problem: `line ${before.length}, column ${column}: ${message}` };
  }
}
