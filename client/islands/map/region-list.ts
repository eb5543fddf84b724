import { h, render } from 'preact';
import { JoinedRegions } from '../../components/choropleth.tsx';
import { type PageData, regionWords, shownLayer } from '../../components/context/page-data.ts';
import { colon } from '../../i18n/grammar/format.ts';
import { enterCard } from './card-panel.ts';
import { chooseRegion, type MapStore } from './map-state.ts';
import type { PageElements } from './page-elements.ts';

/** A click that the browser would answer with this page, not with a new tab or window. */
function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/**
 * Makes every link to a region, in the list, on the drawn map and in the card, open the card here. The links stay links: a new tab
 * or no script leads to the region's page.
 */
export function connectRegionLinks(elements: PageElements, store: MapStore): void {
  const { page, list } = elements;
  page.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !isPlainClick(event)) return;
    const link = event.target.closest<HTMLElement>('a[data-region]');
    const regionId = link?.dataset.region;
    if (!link || regionId === undefined) return;
    event.preventDefault();
    chooseRegion(store, regionId);
    enterCard(elements);
  });
  const mark = (): void => {
    const { regionId } = store.get();
    const links = '[data-region-list] a[data-region], [data-choropleth] a[data-region]';
    for (const link of page.querySelectorAll<HTMLElement>(links)) {
      if (link.dataset.region === regionId) {
        link.setAttribute('aria-current', 'true');
        if (list.contains(link)) scrollListTo(link);
      } else link.removeAttribute('aria-current');
    }
  };
  store.watch((state, former) => {
    if (state.regionId !== former.regionId) mark();
  });
  mark();
}

/** Tells in the list and on the drawn map what the chosen layer says of each region. */
export function connectListToLayer(elements: PageElements, data: PageData, store: MapStore): void {
  const { page } = elements;
  const names = new Map(data.regions.map(({ id, name }) => [id, name]));
  const draw = (): void => {
    const { layer, classes } = shownLayer(data, store.get());
    for (const link of page.querySelectorAll<HTMLElement>('a[data-region][data-class]')) {
      const id = link.dataset.region ?? '';
      const colourClass = classes.get(id) ?? 'none';
      const words = regionWords(layer, colourClass, id);
      link.dataset.class = colourClass;
      const place = link.querySelector('small') ?? link.querySelector('title');
      if (place?.tagName === 'SMALL') place.textContent = words;
      else if (place) place.textContent = names.get(id) + colon(data.language) + words;
      if (link.hasAttribute('aria-label')) {
        link.setAttribute('aria-label', names.get(id) + colon(data.language) + words);
      }
    }
    const joined = page.querySelector('[data-joined]');
    if (joined === null) return;
    const outlines = [
      ...page.querySelectorAll<HTMLElement>('[data-choropleth] a[data-region]'),
    ].map(
      ({ dataset, lastElementChild }) =>
        [
          classes.get(dataset.region ?? '') ?? 'none',
          lastElementChild?.getAttribute('d') ?? '',
        ] as const,
    );
    render(h(JoinedRegions, { outlines }), joined);
  };
  store.watch((state, former) => {
    if (state.layer !== former.layer || state.operatorId !== former.operatorId) draw();
  });
}

/** Scrolls the drawer alone: on a phone the list is part of the page, which must stay where the reader is. */
function scrollListTo(link: HTMLElement): void {
  const box = link.closest<HTMLElement>('#region-list');
  if (box === null || box.scrollHeight <= box.clientHeight) return;
  const above = link.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const hidden = above < 0 || above + link.offsetHeight > box.clientHeight;
  if (hidden) box.scrollTop += above - box.clientHeight / 2;
}

/** Opens and folds the drawer with the list. */
export function connectRegionDrawer({ page, regions }: PageElements, store: MapStore): void {
  const toggle = regions.querySelector('[data-action="toggle-regions"]');
  const show = (): void => {
    const open = store.get().regionsOpen;
    page.dataset.regions = open ? 'open' : 'closed';
    toggle?.setAttribute('aria-expanded', String(open));
  };
  toggle?.addEventListener('click', () => store.update({ regionsOpen: !store.get().regionsOpen }));
  store.watch(show);
  show();
}
