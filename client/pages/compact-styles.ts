/** A style sheet without comments, indentation and line ends: it stands in every page, which has 14 KB in all. */
export function compactStyles(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .replace(/(?<=[{;][\w-]+): /g, ':')
    .trim();
}
