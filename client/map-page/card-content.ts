import type { MapMessages } from '../i18n/ru/map.ts';
import type { MapStore } from '../state/map-state.ts';
import type { PageData } from '../state/page-data.ts';
import type { PageElements } from './page-elements.ts';

/** Fills the card: name and verdict at once from the page's own data, the rest as soon as it is loaded. */
export function connectCardContent(
  { cardBody, page }: PageElements,
  data: PageData,
  store: MapStore,
  words: MapMessages,
): void {
  const byId = new Map(data.regions.map((region) => [region.id, region]));
  const show = (): void => {
    const region = byId.get(store.get().regionId ?? '');
    if (region === undefined) return;
    const heading = document.createElement('h2');
    heading.textContent = region.name;
    const verdict = document.createElement('p');
    verdict.textContent = words.verdict[region.verdict];
    cardBody.replaceChildren(heading, verdict);
  };
  store.watch((state, former) => {
    if (state.regionId !== former.regionId) show();
  });
  if (page.dataset['card'] !== 'closed') show();
}
