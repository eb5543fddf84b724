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

/** Opens, sizes and closes the card's panel; what stands in it is somebody else's matter. */
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
  // A sheet over nearly the whole window steps back for a reader who goes on by keyboard to what it covers.
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
    if (Math.abs(moved) >= DRAG_START) settle(moved, store);
  };
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
  handle.addEventListener('click', () => {
    if (Math.abs(moved) < DRAG_START) store.update({ card: NEXT[store.get().card] });
    moved = 0;
  });
}

function settle(moved: number, store: MapStore): void {
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
export function redrawCard({ card, cardBody }: CardElements, draw: () => void): void {
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
