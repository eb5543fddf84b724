/**
 * Tells the page around a frame how high the answer in it is, now and after each change, so that it can give it the room.
 * Nothing else is told; a page that does not listen keeps the height that it set.
 */
export function tellFrameHeight(): void {
  if (window.parent === window || !document.body.classList.contains('embed')) return;
  const tell = (): void => {
    const { height } = document.documentElement.getBoundingClientRect();
    window.parent.postMessage({ familyEsimHeight: Math.ceil(height) }, '*');
  };
  new ResizeObserver(tell).observe(document.documentElement);
}
