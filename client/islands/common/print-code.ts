import { drawReceipts } from './print-receipt.ts';

/** Milliseconds that printing waits for a signed receipt. On a bad line the sheet goes without it. */
const RECEIPT_PATIENCE = 4_000;

/**
 * Puts a QR code of the answer's own address beside it when it is printed: that of the page, or of the check with what was
 * entered. The library comes once the page is quiet; on paper without scripts the address alone stands.
 *
 * The card's button and the keys for printing first ask for the signed receipt and put it on the sheet, too. Asked for with each
 * page it would cost every reader; the browser's own menu leaves no time to ask, and prints without it.
 */
export function drawCodesOnPaper(root: Document): void {
  const start = async (): Promise<void> => {
    const { renderSVG } = await import('uqr');
    addEventListener('beforeprint', () => {
      for (const place of root.querySelectorAll<HTMLElement>('[data-qr]')) {
        const address = root.getElementById('check')
          ? location.href
          : new URL(place.dataset.qr ?? '', location.href).href;
        place.innerHTML = renderSVG(address, { border: 1 });
      }
    });
  };
  const quiet = (run: () => void) =>
    'requestIdleCallback' in globalThis
      ? requestIdleCallback(run, { timeout: 2_000 })
      : setTimeout(run, 2_000);
  const begin = () => quiet(() => void start().catch(() => undefined));
  if (root.readyState === 'complete') begin();
  else addEventListener('load', begin);

  const print = async (): Promise<void> => {
    await drawReceipts(root, AbortSignal.timeout(RECEIPT_PATIENCE));
    window.print();
  };
  root.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('button[data-action="print"]')) void print();
  });
  root.addEventListener('keydown', (event) => {
    const { code, ctrlKey, metaKey, altKey, shiftKey } = event;
    // The place of the key, since a Russian keyboard has another letter there.
    if (code !== 'KeyP' || ctrlKey === metaKey || altKey || shiftKey) return;
    if (root.querySelector('[data-receipt]') === null) return;
    event.preventDefault();
    void print();
  });
}
