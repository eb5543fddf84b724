/** Opens a case for whoever came by its QR code: the key stands behind `#`, and leaves the address once it is read. */
export function openOwnCase(form: HTMLFormElement): void {
  const key = decodeURIComponent(location.hash.slice(1));
  const field = form.querySelector<HTMLInputElement>('input[name=key]');
  if (key === '' || key === 'main' || field === null) return;
  history.replaceState(null, '', location.pathname);
  field.value = key;
  form.requestSubmit();
}
