/** Where the browser keeps the region that was chosen last. */
const KEY = 'region';

/** The region that was chosen last on this device, if the browser lets us remember. */
export function lastRegion(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    // Storage is closed in some private windows: the region is then asked for again.
    return undefined;
  }
}

/** Remembers a region on this device, for the check and the search of other pages. */
export function rememberRegion(regionId: string): void {
  try {
    localStorage.setItem(KEY, regionId);
  } catch {
    // The choice then holds for this page only.
  }
}

/** The region that a page is about: its own address names it. */
const OWN_REGION = /^\/\w+\/regions\/(RU-[A-Z]{2,3})\/?$/;

/**
 * Shows the way back to the region that was looked at last on this device; the page of a region is remembered as that. The
 * server cannot write the link, since it is told nothing of a reader.
 */
export function showLastRegion(root: Document, path: string): void {
  const [, own] = OWN_REGION.exec(path) ?? [];
  const region = lastRegion();
  const link = root.querySelector<HTMLAnchorElement>('a[data-last-region]');
  if (link && region !== undefined && region !== own) {
    link.href = `${link.dataset.lastRegion}${region}`;
    link.hidden = false;
  }
  if (own !== undefined) rememberRegion(own);
}
