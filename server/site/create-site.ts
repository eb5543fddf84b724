import type { PreparedAnswer } from '../middleware/respond.ts';

/** A request for a page or a file, as far as they look at it. */
export interface SiteRequest {
  readonly path: string;
  readonly rawQuery: string;
  readonly acceptLanguage: string | undefined;
}

/** Answers addresses outside the API; `undefined` where nothing is. */
export type Site = (
  request: SiteRequest,
) => PreparedAnswer | undefined | Promise<PreparedAnswer | undefined>;

/** Folders of files. */
export const FILE_FOLDERS = ['/assets/', '/data/', '/downloads/', '/og/', '/types/'];

/** Folders without pages: an address there that is not known is an error. */
const NO_PAGES = ['/api/', ...FILE_FOLDERS];

/** Files first, pages for the rest. */
export function createSite(
  files: ReadonlyMap<string, PreparedAnswer>,
  pages: (request: SiteRequest) => Promise<PreparedAnswer>,
): Site {
  return (request) => {
    const file = files.get(request.path);
    if (file !== undefined) return file;
    if (NO_PAGES.some((root) => `${request.path}/`.startsWith(root))) return undefined;
    return pages(request);
  };
}
