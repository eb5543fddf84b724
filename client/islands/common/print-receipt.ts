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
export async function drawReceipts(root: Document, signal: AbortSignal): Promise<void> {
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
