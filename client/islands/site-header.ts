import { loadOnce } from './common/loading.ts';

/** Where the browser keeps the theme that the reader chose. */
const KEY = 'theme';
const CHOICES = ['light', 'dark', 'auto'];

/** Applies the reader's theme and makes the buttons `data-theme-choice` change it. */
export function startThemeChoice(): void {
  document.documentElement.dataset.script = '';
  apply(storedChoice());
  for (const button of document.querySelectorAll<HTMLElement>('[data-theme-choice]')) {
    button.addEventListener('click', () => {
      const choice = button.dataset.themeChoice ?? 'auto';
      try {
        localStorage.setItem(KEY, choice);
      } catch {
        // The choice then holds for this page only.
      }
      apply(choice);
    });
  }
}

function storedChoice(): string {
  try {
    const stored = localStorage.getItem(KEY) ?? 'auto';
    return CHOICES.includes(stored) ? stored : 'auto';
  } catch {
    // Storage is closed in some private windows: the system's theme is used.
    return 'auto';
  }
}

function apply(choice: string): void {
  const root = document.documentElement;
  if (choice === 'auto') delete root.dataset.theme;
  else root.dataset.theme = choice;
  for (const button of document.querySelectorAll<HTMLElement>('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', String(button.dataset.themeChoice === choice));
  }
}

/** Fetches what the search in the header needs once the reader enters its field. */
export function startHeaderSearch(root: Document): void {
  const search = root.querySelector<HTMLFormElement>('.top form[data-release]');
  const input = search?.querySelector('input');
  if (!search || !input) return;
  const load = loadOnce(async () => {
    const { connectHeaderSearch } = await import('./search/header-search.ts');
    await connectHeaderSearch(search);
  });
  const start = (): void => {
    load().catch((error: unknown) => {
      console.warn('The field leads to the map page until it is entered again:', error);
    });
  };
  input.addEventListener('focus', start);
  if (root.activeElement === input) start();
}
