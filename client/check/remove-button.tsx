/**
 * Takes a part of the form away and leaves the focus on the button that adds one, instead of nowhere; afterwards, since
 * that button takes none while the form is full.
 */
export function RemoveButton({ label, onRemove }: { label: string; onRemove(): void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={(event) => {
        const section = event.currentTarget.closest('section');
        onRemove();
        requestAnimationFrame(() => {
          section?.querySelector<HTMLElement>(':scope > button')?.focus();
        });
      }}
    >
      ×
    </button>
  );
}
