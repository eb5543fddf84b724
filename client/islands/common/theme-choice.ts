const KEY = 'theme';
const CHOICES = ['light', 'dark', 'auto'];

function storedChoice(): string {
  try {
    const stored = localStorage.getItem(KEY) ?? 'auto';
    return CHOICES.includes(stored) ? stored : 'auto';
  } catch {
    // Storage is closed in some private windows: the system's theme is a fine answer.
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
