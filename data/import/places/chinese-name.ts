const HAN = /^[\p{Script=Han}·・－-]+$/u;
/** Words for "city" and "settlement" that some names carry at the end. */
const KIND = /[市镇村]$/u;

/**
 * The Chinese name among alternates that carry no language. Simplified and traditional characters are mixed there, so
 * all are brought to simplified ones; of several names the one most often given wins, then the shorter.
 * @param simplify traditional characters to simplified ones
 * @returns undefined when no alternate is in Chinese
 */
export function chooseChineseName(
  alternates: readonly string[],
  simplify: (text: string) => string,
): string | undefined {
  const names = new Map<string, number>();
  for (const alternate of alternates) {
    if (!HAN.test(alternate)) continue;
    const name = simplify(alternate).replaceAll('－', '-').replaceAll('・', '·');
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  const ranked = [...names].toSorted(
    ([a, timesA], [b, timesB]) =>
      timesB - timesA ||
      Number(KIND.test(a)) - Number(KIND.test(b)) ||
      a.length - b.length ||
      (a < b ? -1 : 1),
  );
  return ranked[0]?.[0];
}
