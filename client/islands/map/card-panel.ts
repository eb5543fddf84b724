import type { PageData, PageRegion } from '../../components/context/page-data.ts';
import type { MapMessages } from '../../i18n/ru/map.ts';
import { loadOnce } from '../common/loading.ts';
import type { CardView } from './card-view.tsx';
import { CARD_HEIGHTS, type CardHeight, chooseRegion, type MapStore } from './map-state.ts';
import type { PageElements } from './page-elements.ts';

/** Movement, in pixels, from which a press on the handle is a drag and no longer a tap. */
const DRAG_START = 8;

/** Tap order of the handle: up step by step, then down again. */
const NEXT: Readonly<Record<CardHeight, CardHeight>> = {
  closed: 'answer',
  peek: 'answer',
  answer: 'full',
  full: 'peek',
};

/** Opens, sizes and closes the card's panel. */
export function connectCardPanel({ page, card }: PageElements, store: MapStore): void {
  const close = card.querySelector<HTMLElement>('[data-action="close-card"]');
  const handle = card.querySelector<HTMLElement>('[data-action="resize-card"]');
  const show = (): void => {
    const state = store.get().card;
    page.dataset.card = state;
    for (const button of [close, handle]) if (button) button.hidden = state === 'closed';
    handle?.setAttribute('aria-expanded', String(state === 'full'));
    card.inert = state === 'closed';
  };
  close?.addEventListener('click', () => chooseRegion(store, undefined));
  card.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') chooseRegion(store, undefined);
  });
  // A sheet over nearly the whole window is lowered for a reader who goes on by keyboard to what it covers.
  page.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || target === page || card.contains(target)) return;
    if (!['answer', 'full'].includes(store.get().card)) return;
    store.update({ card: 'peek' });
    target.scrollIntoView({ block: 'nearest' });
  });
  store.watch(show);
  if (handle) connectHandle(handle, card, store);
  show();
}

/** Dragging the handle moves the sheet with the finger and lets it rest at the nearest height. */
function connectHandle(handle: HTMLElement, card: HTMLElement, store: MapStore): void {
  let start: number | undefined;
  let moved = 0;
  handle.addEventListener('pointerdown', (event) => {
    start = event.clientY;
    moved = 0;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (start === undefined) return;
    moved = event.clientY - start;
    if (Math.abs(moved) < DRAG_START) return;
    card.style.transition = 'none';
    card.style.translate = `0 ${moved}px`;
  });
  const end = (): void => {
    if (start === undefined) return;
    start = undefined;
    card.style.removeProperty('transition');
    card.style.removeProperty('translate');
    if (Math.abs(moved) >= DRAG_START) endDrag(moved, store);
  };
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
  handle.addEventListener('click', () => {
    if (Math.abs(moved) < DRAG_START) store.update({ card: NEXT[store.get().card] });
    moved = 0;
  });
}

/** Rests the sheet at the height that a drag by so many pixels leads to. */
function endDrag(moved: number, store: MapStore): void {
  const steps = Math.max(1, Math.round(Math.abs(moved) / (innerHeight * 0.3)));
  const index = CARD_HEIGHTS.indexOf(store.get().card) - Math.sign(moved) * steps;
  const next = CARD_HEIGHTS[Math.max(0, Math.min(index, CARD_HEIGHTS.length - 1))] ?? 'answer';
  if (next === 'closed') chooseRegion(store, undefined);
  else store.update({ card: next });
}

type CardElements = Pick<PageElements, 'card' | 'cardBody'>;

/** Puts the focus on the card's heading, from where it is read on; on the panel where nothing is drawn yet. */
export function enterCard({ card, cardBody }: CardElements): void {
  const heading = cardBody.querySelector<HTMLElement>('h2') ?? card;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** Draws the card anew and keeps a reader who was in it there, at its heading: what they stood on is gone. */
function redrawCard({ card, cardBody }: CardElements, draw: () => void): void {
  const { activeElement } = document;
  const isInside = activeElement === card || cardBody.contains(activeElement);
  draw();
  if (isInside) enterCard({ card, cardBody });
}

/**
 * Keeps the focus from falling to the top of the page with the card: closing it puts the reader back on what they opened
 * it from, by whatever means; a card that leads on to another region keeps them in the card.
 */
export function connectFocusReturn({ card, page }: PageElements, store: MapStore): void {
  let opener: Element | undefined;
  // Until the other region is drawn, which leads the focus on to its heading.
  card.tabIndex = -1;
  store.watch((state, former) => {
    if (state.regionId === former.regionId) return;
    const focused = focusedElement();
    const isInside = focused !== undefined && card.contains(focused);
    if (state.regionId === undefined) {
      if (isInside || focused === undefined) giveBack(opener, page);
    } else if (isInside) card.focus({ preventScroll: true });
    else opener = focused;
  });
}

function focusedElement(): Element | undefined {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body ? undefined : activeElement;
}

function giveBack(opener: Element | undefined, page: HTMLElement): void {
  const isThere = opener instanceof HTMLElement || opener instanceof SVGElement;
  const target = isThere && opener.isConnected ? opener : page;
  target.focus({ preventScroll: true });
}

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
  // A reader who points at a region will probably open it: the facts are asked for beforehand.
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
