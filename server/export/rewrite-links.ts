import { API_ROOT } from '../links.ts';
import { splitAddress, staticPath } from './static-path.ts';

/** Members and attributes that hold an address of the API, up to its end. */
const LINK = new RegExp(
  `("href":"|href="|data-source=")(https?://[^/"]+)?(${API_ROOT}(?:[/?][^"#]*)?)"`,
  'g',
);

/**
 * Lets links to the API lead to files: `…/items?f=csv` to `…/items.csv`. What has no file keeps its address; a page
 * keeps folders, so that a reader lands on what the host shows there.
 *
 * @param text HTML or JSON
 * @param files paths of all files of the export
 */
export function rewriteLinks(
  text: string,
  files: ReadonlySet<string>,
  isFolder: (path: string) => boolean,
): string {
  return text.replaceAll(LINK, (whole, start: string, origin = '', escaped: string) => {
    const address = escaped.replaceAll('&amp;', '&');
    const { path } = splitAddress(address);
    const found = [staticPath(address, isFolder), staticPath(path, isFolder)].find((each) =>
      files.has(each),
    );
    if (found === undefined) return whole;
    const encoded = start.endsWith(':"') ? found : found.replaceAll('&', '&amp;');
    return `${start}${origin}/${encoded}"`;
  });
}
