import { useLayoutEffect, useRef } from 'preact/hooks';

/** Adds a part to the form, leads the reader to its first field, and says here what became of the form. */
export function AddButton(props: {
  label: string;
  /** How many parts there are. */
  count: number;
  isFull: boolean;
  /** Why nothing more can be added to a full form. */
  full: string;
  /** What was added or taken away last. */
  said: string;
  onAdd(): void;
}) {
  const { label, count, isFull, full, said, onAdd } = props;
  const button = useRef<HTMLButtonElement>(null);
  const isAdding = useRef(false);
  useLayoutEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    const parts = button.current?.closest('section')?.querySelectorAll('fieldset') ?? [];
    parts[count - 1]?.querySelector('select')?.focus();
  }, [count]);
  return (
    <>
      <button
        ref={button}
        type="button"
        disabled={isFull}
        onClick={() => {
          isAdding.current = true;
          onAdd();
        }}
      >
        {label}
      </button>{' '}
      <span class="hint" role="status">
        {said}
      </span>
      {isFull && <span class="hint"> {full}</span>}
    </>
  );
}
