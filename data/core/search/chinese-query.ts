const HAN = /\p{Script=Han}{2,}/gu;
/** Words for "city", "town", "village", "district" at the end of a name; states and republics belong to the names of regions. */
const KIND = /[市镇村县区]$/u;

/**
 * Chinese is written without spaces: a region's name at the beginning is parted from what follows, and the word for the
 * kind of place is dropped where the rest is a name.
 * @param traditional pairs of a traditional character and its simplified one, in a row
 * @param regionNames Chinese names of the regions
 * @param isName whether the index has a name
 */
export function createChineseReader(
  traditional: string,
  regionNames: readonly string[],
  isName: (name: string) => boolean,
): (text: string) => string {
  const characters = [...traditional];
  const simplified = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) {
    simplified.set(characters[at] ?? '', characters[at + 1] ?? '');
  }
  const longestFirst = [...regionNames].sort((a, b) => b.length - a.length);
  const part = (run: string): string => {
    if (isName(run)) return run;
    const bare = run.replace(KIND, '');
    if (bare !== run && isName(bare)) return bare;
    const region = longestFirst.find((name) => run.startsWith(name) && run.length > name.length);
    if (region !== undefined) return `${region} ${part(run.slice(region.length))}`;
    return run;
  };
  return (text) => {
    const plain = [...text].map((character) => simplified.get(character) ?? character).join('');
    return isName(plain) ? plain : plain.replace(HAN, part);
  };
}
