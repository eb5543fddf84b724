import type { PageData, PageRegion } from '../../components/context/page-data.ts';
import type { MapMessages } from '../../i18n/ru/map.ts';
import { loadOnce } from '../common/loading.ts';
import { redrawCard } from './card-panel.ts';
import type { CardView } from './card-view.tsx';
import type { MapStore } from './map-state.ts';
import type { PageElements } from './page-elements.ts';

/** Name, verdict and the way to the region's page, which is there whatever becomes of the facts. */
function drawShortCard(
  body: HTMLElement,
  region: PageRegion,
  { language }: PageData,
  words: MapMessages,
): void {
  const heading = document.createElement('h2');
  const verdict = document.createElement('p');
  const link = document.createElement('a');
  heading.textContent = region.name;
  verdict.textContent = words.verdict[region.verdict];
  link.href = `/${language}/regions/${region.id}`;
  link.textContent = words.openPage;
  body.replaceChildren(heading, verdict, link);
}

/** Region whose whole card the server wrote into the page. */
function writtenRegion(body: HTMLElement): string | undefined {
  return body.querySelector<HTMLElement>(':scope > [data-region]')?.dataset.region;
}

/**
 * Fills the card: a short one at once from the page's own data, the whole as soon as rules and facts are loaded. Where
 * they cannot be loaded the short card stays. A card that the server wrote whole is left alone: the reader may be in it.
 */
export function connectCardContent(
  elements: PageElements,
  data: PageData,
  store: MapStore,
  words: MapMessages,
): void {
  const { card, cardBody, page } = elements;
  const byId = new Map(data.regions.map((region) => [region.id, region]));
  let whole = writtenRegion(cardBody);
  let view: CardView | undefined;

  const load = loadOnce(async () => {
    const { createCardView } = await import('./card-view.tsx');
    return createCardView(data);
  });
  const fill = (): void => {
    const { regionId } = store.get();
    if (regionId === undefined || view === undefined || regionId === whole) return;
    const draw = view;
    redrawCard(elements, () => draw(regionId, cardBody));
    whole = regionId;
  };
  const show = async (): Promise<void> => {
    const region = byId.get(store.get().regionId ?? '');
    if (region === undefined || region.id === whole) return;
    if (view !== undefined) return fill();
    redrawCard(elements, () => drawShortCard(cardBody, region, data, words));
    whole = undefined;
    try {
      const loaded = await load();
      // What Preact has not drawn it would leave beside what it draws.
      const isFirst = view === undefined;
      view = loaded;
      redrawCard(elements, () => {
        if (isFirst) cardBody.replaceChildren();
        fill();
      });
    } catch (error) {
      console.warn('The card stays short, its facts could not be loaded:', error);
    }
  };
  store.watch((state, former) => {
    if (state.regionId === former.regionId) return;
    card.scrollTop = 0;
    void show();
  });
  void show();
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
