import { useState } from 'preact/hooks';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';

/** Copies the link that holds the answers, and says what became of it; starts the description afresh. */
export function ShareLink(props: {
  language: Language;
  /** Puts the answers into the address. */
  onShare(): void;
  onRestart(): void;
}) {
  const { check } = catalogueOf(props.language);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    setSaid('');
    props.onShare();
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid(check.linkCopied);
    } catch {
      setSaid(check.linkNotCopied);
    }
  };
  return (
    <>
      <h3>{check.share}</h3>
      <p class="hint">{check.shareNote}</p>
      <p class="acts">
        <button type="button" onClick={() => void copy()}>
          {check.copyLink}
        </button>
        <button type="button" onClick={props.onRestart}>
          {check.reset}
        </button>
      </p>
      <div class="hint" role="status">
        {said}
      </div>
    </>
  );
}
