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
