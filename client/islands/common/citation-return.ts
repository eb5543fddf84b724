/**
 * Gives a claim in a list of sources, once its number in the text was followed, a link back to that very number. The
 * list's `data-back` names the link; without scripts the browser's own way back does the same.
 */
export function startCitationReturn(root: Document): void {
  root.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const number = event.target.closest<HTMLAnchorElement>('a.ci');
    const claim = number && root.getElementById(number.hash.slice(1));
    const label = claim?.closest<HTMLElement>('[data-back]')?.dataset.back;
    if (!number || !claim || label === undefined) return;
    // Not every browser opens a folded part that a link leads into.
    claim.closest('details')?.setAttribute('open', '');
    const id = `from-${claim.id}`;
    // The same claim may have been followed from another place before.
    root.getElementById(id)?.removeAttribute('id');
    number.id = id;
    claim.querySelector('.back')?.remove();
    const back = root.createElement('a');
    back.className = 'back';
    back.href = `#${id}`;
    back.textContent = label;
    claim.append(back);
  });
}
