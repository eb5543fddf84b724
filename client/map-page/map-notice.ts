/** Shows one line over the map, or takes it away; `action` adds a button to it. */
export function showNotice(
  element: HTMLElement,
  text: string | undefined,
  action?: { label: string; run(): void },
): void {
  element.hidden = text === undefined;
  element.textContent = text ?? '';
  if (text === undefined || action === undefined) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = action.label;
  button.addEventListener('click', action.run);
  element.append(' ', button);
}
