import { lastRegion, rememberRegion } from './last-region.ts';

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
