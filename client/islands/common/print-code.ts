/** How long printing waits for a signed receipt; the sheet has none where it takes longer. */
const RECEIPT_TIMEOUT_MS = 4_000;

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
    await drawReceipts(root, AbortSignal.timeout(RECEIPT_TIMEOUT_MS));
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

/** The payload of a receipt, as far as it must fit the sheet. The signature is for whoever checks it later. */
function dataOf(receipt: string): unknown {
  const [, payload = ''] = receipt.split('.');
  const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  return Reflect.get(Object(claims), 'datasetHash');
}

/**
 * Draws the signed receipt of each answer that is printed as a QR code of the receipt itself, which is checked without this
 * service. It is the short one: some 700 characters, at which a code of 45 mm still has dots of 0.4 mm. Where there is no
 * network, no service behind the pages, or the service answers from newer data than the page shows, the sheet has none.
 */
async function drawReceipts(root: Document, signal: AbortSignal): Promise<void> {
  const places = [...root.querySelectorAll<HTMLElement>('[data-receipt]')];
  await Promise.all(
    places.map(async (place) => {
      try {
        const { receipt: address = '', hash } = place.dataset;
        const response = await fetch(address, { signal });
        const receipt = await response.text();
        const fits = response.ok && dataOf(receipt) === hash;
        const { renderSVG } = await import('uqr');
        const code = place.querySelector('.jws');
        if (code !== null && fits) code.innerHTML = renderSVG(receipt, { ecc: 'M', border: 1 });
        place.hidden = !fits;
      } catch {
        place.hidden = true;
      }
    }),
  );
}
