/** Takes a part of the form away and leaves the focus on the button that adds one, instead of nowhere. */
export function RemoveButton({ label, onRemove }: { label: string; onRemove(): void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={(event) => {
        const section = event.currentTarget.closest('section');
        section?.querySelector<HTMLElement>(':scope > button')?.focus();
        onRemove();
      }}
    >
      ×
    </button>
  );
}
