import type { Padding } from '../map/camera.ts';
import type { PageElements } from './page-elements.ts';

/** Air between a region and the panels, in pixels. */
const AIR = 24;

/** How much of the map the drawer and the card cover, from where they will rest after any motion. */
export function panelPadding(elements: PageElements): Padding {
  const { page, map, regions, card, controls } = elements;
  const padding = { left: AIR, top: AIR, right: AIR, bottom: AIR };
  const isWide = matchMedia('(min-width: 48rem)').matches;
  const { width, bottom } = map.getBoundingClientRect();
  if (isWide) {
    if (page.dataset.regions === 'open') padding.left += regions.offsetWidth;
    if (page.dataset.card !== 'closed') padding.right += card.offsetWidth;
  } else {
    padding.right += controls.querySelector('.map-buttons')?.clientWidth ?? 0;
    const sheet = { peek: 0.18, half: 0.52, full: 0.52 };
    const state = page.dataset.card;
    const share = state === 'peek' || state === 'half' || state === 'full' ? sheet[state] : 0;
    padding.bottom += Math.max(0, bottom - innerHeight * (1 - share));
  }
  const tooNarrow = padding.left + padding.right > width * 0.8;
  return tooNarrow ? { ...padding, left: AIR, right: AIR } : padding;
}
