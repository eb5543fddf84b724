import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl';

/**
 * Waits for an event, or for an error before it: without its worker the map would never say a word. Nothing of the first
 * picture comes from elsewhere, so that whatever fails before it stands means that it will not.
 */
export function firstOf(map: MapLibreMap, event: 'style.load' | 'idle'): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = ({ error }: ErrorEvent): void => reject(error);
    map.once('error', fail);
    map.once(event, () => {
      // Later errors are the map's own to report, which it does where nobody listens.
      map.off('error', fail);
      resolve();
    });
  });
}
