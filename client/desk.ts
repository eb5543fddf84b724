import { startThemeChoice } from './islands/common/theme-choice.ts';
import { startSignIn } from './islands/desk/sign-in.ts';

const STORED = 'desk-keys';

/**
 * Makes the letters work that the page names as `aria-keyshortcuts`: a field is focused, all else is clicked, in the row of the
 * queue that has the focus before the rest of the page. In the queue `j` and `k` move from row to row.
 */
function startDeskKeys(root: Document): void {
  const isOn = rememberSwitch(root.querySelector<HTMLInputElement>('#keys-on'));
  root.addEventListener('keydown', (event) => {
    const focused = root.activeElement ?? root.body;
    if (event.key === 'Escape' && isField(focused)) return leave(focused);
    if (!isOn() || event.ctrlKey || event.altKey || event.metaKey || isField(focused)) return;
    const letter = letterOf(event);
    const queue = root.getElementById('queue');
    if (queue !== null && (letter === 'j' || letter === 'k')) {
      event.preventDefault();
      return move(queue, focused, letter === 'j' ? 1 : -1);
    }
    const target = [focused.closest('#queue > li'), root.querySelector('main')]
      .map((part) => part?.querySelector<HTMLElement>(`[aria-keyshortcuts="${letter}"]`))
      .find((found) => found);
    if (!target || (queue?.contains(target) && !focused.closest('#queue'))) return;
    event.preventDefault();
    if (isField(target)) target.focus();
    else target.click();
  });
}

/** Text, selections: where letters are typed. */
function isField(element: Element): boolean {
  return element.matches('textarea, select, input:not([type=checkbox])');
}

/** Letters of a Latin keyboard; on any other the letter that a Latin one has in that place. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase();
}

function move(queue: HTMLElement, focused: Element, step: 1 | -1): void {
  const rows = [...queue.children];
  const at = rows.findIndex((row) => row.contains(focused));
  const row = rows[at < 0 ? 0 : at + step];
  row?.querySelector('a')?.focus();
}

/** From a field back to its row, or to the page. */
function leave(field: Element): void {
  const link = field.closest('#queue > li')?.querySelector('a');
  if (link) link.focus();
  else if (field instanceof HTMLElement) field.blur();
}

function rememberSwitch(box: HTMLInputElement | null): () => boolean {
  if (box === null) return () => false;
  try {
    box.checked = localStorage.getItem(STORED) !== 'off';
  } catch {
    // Storage is closed in some private windows: the choice then holds for this page only.
  }
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(STORED, box.checked ? 'on' : 'off');
    } catch {
      // As above.
    }
  });
  return () => box.checked;
}

startThemeChoice();
startDeskKeys(document);
const place = document.getElementById('sign-in');
if (place !== null) startSignIn(place);
