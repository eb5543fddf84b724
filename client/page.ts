import { startHeaderSearch, startThemeChoice } from './islands/site-header.ts';
import './islands/common/array-methods.ts';
import { startCitationReturn } from './islands/common/citation-return.ts';
import { startCopyText } from './islands/common/copy-text.ts';
import { showLastRegion } from './islands/common/last-region.ts';
import { drawCodesOnPaper } from './islands/common/print-code.ts';

/**
 * Tells the page around a frame how high the answer in it is, now and after each change, so that it can give it the room.
 * Nothing else is told; a page that does not listen keeps the height that it set.
 */
function tellFrameHeight(): void {
  if (window.parent === window || !document.body.classList.contains('embed')) return;
  const tell = (): void => {
    const { height } = document.documentElement.getBoundingClientRect();
    window.parent.postMessage({ familyEsimHeight: Math.ceil(height) }, '*');
  };
  new ResizeObserver(tell).observe(document.documentElement);
}

/**
 * Sorts tables marked `data-sortable` in place when a heading's link is followed; without it the link asks again. Links
 * marked `data-follows-query`, to the table as a file, then ask for the same order.
 */
function startTableSorting(root: Document): void {
  root.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest('table[data-sortable] thead a');
    const heading = link?.closest('th');
    if (!link || !heading) return;
    event.preventDefault();
    sortBy(heading);
    history.replaceState(null, '', link.getAttribute('href'));
    for (const file of root.querySelectorAll<HTMLAnchorElement>('a[data-follows-query]')) {
      file.search = location.search;
    }
  });
}

function sortBy(heading: HTMLTableCellElement): void {
  const table = heading.closest('table');
  const body = table?.tBodies[0];
  if (!table || !body) return;
  const wasDescending = heading.getAttribute('aria-sort') === 'descending';
  const wasSorted = heading.hasAttribute('aria-sort');
  const descending = wasSorted ? !wasDescending : heading.classList.contains('num');
  for (const other of heading.parentElement?.children ?? []) other.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const sortValue = (row: HTMLTableRowElement): string =>
    row.cells[heading.cellIndex]?.dataset.sort ?? '';
  const rows = [...body.rows].sort((a, b) => {
    const [x, y] = [sortValue(a), sortValue(b)];
    const order =
      Number.isNaN(Number(x)) || Number.isNaN(Number(y))
        ? collator.compare(x, y)
        : Number(x) - Number(y);
    return descending ? -order : order;
  });
  body.append(...rows);
}

drawCodesOnPaper(document);
startThemeChoice();
showLastRegion(document, location.pathname);
tellFrameHeight();
startTableSorting(document);
startCopyText(document);
startCitationReturn(document);
startHeaderSearch(document);
