import { rememberRegion } from '../common/last-region.ts';
import type { MapState, MapStore } from './map-state.ts';

/**
 * What changes when a region is chosen, or none: the card opens as high as its answer, keeps the height that the reader gave it, and
 * closes with its region. One change, so that nothing ever sees a region without its card.
 */
export function choiceOf(
  regionId: string | undefined,
  { card, focusId }: Pick<MapState, 'card' | 'focusId'>,
): Pick<MapState, 'regionId' | 'focusId' | 'card'> {
  if (regionId === undefined) return { regionId, focusId, card: 'closed' };
  return { regionId, focusId: regionId, card: card === 'closed' ? 'answer' : card };
}

/** Opens the card of a region, which this device remembers, or closes it. */
export function chooseRegion(store: MapStore, regionId: string | undefined): void {
  if (regionId !== undefined) rememberRegion(regionId);
  store.update(choiceOf(regionId, store.get()));
}
