/**
 * Brings `data-action="print"`, `"copy-text"` and `"copy-code"` alive. A text is the server's plain answer at the
 * button's `data-source`, code the content of the element whose id is `data-target`; `data-done` says that it was
 * copied. Where the server does not know its own address, `data-site` marks the places for it.
 */
export function startCopyText(root: Document): void {
  for (const place of root.querySelectorAll('[data-site]')) place.textContent = location.origin;
  root.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('button[data-action]');
    if (button?.dataset.action === 'print') window.print();
    if (button?.dataset.action === 'copy-text') void copyText(button);
    if (button?.dataset.action === 'copy-code') void copyCode(root, button);
  });
}

async function copyCode(root: Document, button: HTMLElement): Promise<void> {
  const { target = '', done = '' } = button.dataset;
  await navigator.clipboard.writeText(root.getElementById(target)?.textContent?.trim() ?? '');
  button.textContent = done;
}

async function copyText(button: HTMLElement): Promise<void> {
  const { source = '', done = '' } = button.dataset;
  const response = await fetch(source, { headers: { Accept: 'text/plain' } });
  if (!response.ok) return;
  const text = (await response.text()).replace(/\n\/(ru|en|zh)\//, `\n${location.origin}/$1/`);
  await navigator.clipboard.writeText(text);
  button.textContent = done;
}
