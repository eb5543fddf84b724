/**
 * Sorts tables marked `data-sortable` in place when a heading's link is followed; without it the link asks again. Links
 * marked `data-follows-query`, to the table as a file, then ask for the same order.
 */
export function startTableSorting(root: Document): void {
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
