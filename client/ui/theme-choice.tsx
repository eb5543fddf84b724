import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';

/** A sun, a moon and a disc that is half of each, in a square of 16. */
const PICTURES = {
  light: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1" />
    </>
  ),
  dark: <path d="M13.5 9.7A6 6 0 1 1 6.3 2.5a4.8 4.8 0 0 0 7.2 7.2z" />,
  auto: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path class="full" d="M8 2a6 6 0 0 1 0 12z" />
    </>
  ),
};

/** Light, dark or as the system has it; `client/state/theme-choice.ts` brings the buttons alive. */
export function ThemeChoice({ language }: { language: Language }) {
  const { theme } = catalogueOf(language).page;
  return (
    <fieldset class="theme">
      <legend class="vh">{theme.title}</legend>
      {(['light', 'dark', 'auto'] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          data-theme-choice={choice}
          aria-label={theme[choice]}
          title={theme[choice]}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            {PICTURES[choice]}
          </svg>
        </button>
      ))}
    </fieldset>
  );
}
