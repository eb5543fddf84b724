/**
 * Makes the buttons `data-action="copy"`, `"copy-text"` and `"copy-code"` work. `copy` copies the button's own `data-text`,
 * `copy-text` the server's plain answer at its `data-source`, `copy-code` the text of the element whose id is `data-target`; `data-done` and `data-failed` say
 * what became of it. Where the server does not know its own address, `data-site` marks the places for it.
 */
export function startCopyText(root: Document): void {
  for (const place of root.querySelectorAll('[data-site]')) place.textContent = location.origin;
  const status = root.createElement('div');
  status.className = 'vh';
  status.setAttribute('role', 'status');
  root.body.append(status);
  root.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('button[data-action]');
    if (!button) return;
    if (button.dataset.action === 'copy')
      void copy(() => button.dataset.text ?? '', button, status);
    if (button.dataset.action === 'copy-text') void copy(() => plainAnswer(button), button, status);
    if (button.dataset.action === 'copy-code')
      void copy(() => codeOf(root, button), button, status);
  });
}

/** The button's own words change for those who see it; a change of its name is not spoken, so the status says it. */
async function copy(
  text: () => string | Promise<string>,
  button: HTMLElement,
  status: HTMLElement,
): Promise<void> {
  const { done = '', failed = '' } = button.dataset;
  const say = (words: string): void => {
    button.textContent = words;
    status.textContent = words;
  };
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(await text());
    say(done);
  } catch (error) {
    console.warn('Nothing was copied:', error);
    say(failed);
  }
}

function codeOf(root: Document, { dataset: { target = '' } }: HTMLElement): string {
  return root.getElementById(target)?.textContent?.trim() ?? '';
}

async function plainAnswer({ dataset: { source = '' } }: HTMLElement): Promise<string> {
  const response = await fetch(source, { headers: { Accept: 'text/plain' } });
  if (!response.ok) throw new Error(`${source} answered ${response.status}, expected a text`);
  return (await response.text()).replace(/\n\/(ru|en|zh)\//, `\n${location.origin}/$1/`);
}
