/**
 * Brings `data-action="print"` and `data-action="copy-text"` alive. The text is the server's plain answer at the
 * button's `data-source`, and `data-done` says that it was copied.
 */
export function startCopyText(root: Document): void {
  root.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('button[data-action]');
    if (button?.dataset['action'] === 'print') window.print();
    if (button?.dataset['action'] === 'copy-text') void copyText(button);
  });
}

async function copyText(button: HTMLElement): Promise<void> {
  const { source = '', done = '' } = button.dataset;
  const response = await fetch(source, { headers: { Accept: 'text/plain' } });
  if (!response.ok) return;
  const text = (await response.text()).replace(/\n\/(ru|en|zh)\//, `\n${location.origin}/$1/`);
  await navigator.clipboard.writeText(text);
  button.textContent = done;
}
