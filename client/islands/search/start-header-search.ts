import { loadOnce } from '../common/loading.ts';

/** Fetches what the search in the header needs once the reader goes to its field: nobody else pays for it. */
export function startHeaderSearch(root: Document): void {
  const search = root.querySelector<HTMLFormElement>('.top form[data-release]');
  const input = search?.querySelector('input');
  if (!search || !input) return;
  const load = loadOnce(async () => {
    const { connectHeaderSearch } = await import('./header-search.ts');
    await connectHeaderSearch(search);
  });
  const start = (): void => {
    load().catch((error: unknown) => {
      console.warn('The field leads to the map page until it is entered again:', error);
    });
  };
  input.addEventListener('focus', start);
  if (root.activeElement === input) start();
}
