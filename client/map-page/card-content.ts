import type { MapMessages } from '../i18n/ru/map.ts';
import type { MapStore } from '../state/map-state.ts';
import type { PageData, PageRegion } from '../state/page-data.ts';
import type { CardView } from './card-view.tsx';
import type { PageElements } from './page-elements.ts';

function drawShortCard(body: HTMLElement, region: PageRegion, words: MapMessages): void {
  const heading = document.createElement('h2');
  const verdict = document.createElement('p');
  heading.textContent = region.name;
  verdict.textContent = words.verdict[region.verdict];
  body.replaceChildren(heading, verdict);
}

/**
 * Fills the card: name and verdict at once from the page's own data, the rest as soon as rules and facts are loaded.
 * Where they cannot be loaded the short card stays, with a link to the region's page.
 */
export function connectCardContent(
  { card, cardBody, page }: PageElements,
  data: PageData,
  store: MapStore,
  words: MapMessages,
): void {
  const byId = new Map(data.regions.map((region) => [region.id, region]));
  let loading: Promise<CardView> | undefined;
  let view: CardView | undefined;

  const load = (): Promise<CardView> => {
    loading ??= import('./card-view.tsx').then(({ createCardView }) => createCardView(data));
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  const fill = (): void => {
    const { regionId } = store.get();
    if (regionId !== undefined) view?.(regionId, cardBody);
    card.scrollTop = 0;
  };
  const show = async (): Promise<void> => {
    const region = byId.get(store.get().regionId ?? '');
    if (region === undefined) return;
    if (view !== undefined) return fill();
    drawShortCard(cardBody, region, words);
    try {
      const loaded = await load();
      if (view === undefined) cardBody.replaceChildren();
      view = loaded;
      fill();
    } catch (error) {
      console.warn('The card could not be loaded:', error);
      const link = document.createElement('a');
      link.href = `/${data.language}/regions/${region.id}`;
      link.textContent = words.openPage;
      cardBody.append(link);
    }
  };
  store.watch((state, former) => {
    if (state.regionId !== former.regionId) void show();
  });
  if (page.dataset.card !== 'closed') void show();
  // A reader who goes for a region will open it: by then the facts are on their way.
  for (const intent of ['pointerdown', 'focusin', 'pointerover']) {
    page.addEventListener(
      intent,
      (event) => {
        const isRegion =
          event.target instanceof Element && event.target.closest('[data-region], canvas');
        if (isRegion && view === undefined) load().catch(() => undefined);
      },
      { passive: true },
    );
  }
}
