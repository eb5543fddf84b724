import type { Selection } from '../../components/context/address.ts';
import type { Store } from '../common/store.ts';

/** How much of the card is in view; on a wide screen any open state is the whole panel. */
export const CARD_HEIGHTS = ['closed', 'peek', 'answer', 'full'] as const;
export type CardHeight = (typeof CARD_HEIGHTS)[number];

/** Everything on the map page that changes while a reader is there. */
export interface MapState extends Selection {
  /** Region that the keyboard stands on; it need not be open. */
  focusId: string | undefined;
  card: CardHeight;
  regionsOpen: boolean;
}

export type MapStore = Store<MapState>;
