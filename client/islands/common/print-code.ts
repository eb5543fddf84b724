/**
 * Puts a QR code of the answer's own address beside it when it is printed: that of the page, or of the check with what was
 * entered. The library comes once the page is quiet; on paper without scripts the address alone stands.
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
}
