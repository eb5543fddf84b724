import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A choice with its label; `onChoose` is told the value of the option, not the text that the element holds. */
export function SelectField<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, text: string])[];
  onChoose(value: Value): void;
}) {
  const { label, value, options, onChoose } = props;
  const choose = (text: string): void => {
    const chosen = options.find(([id]) => id === text);
    if (chosen !== undefined) onChoose(chosen[0]);
  };
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A whole number from 0. What is none stays in the field, with a hint that says which number counts meanwhile. */
export function NumberField(props: {
  label: string;
  value: number;
  max: number;
  refusal: string;
  onChoose(value: number): void;
}) {
  const { label, value, max, refusal, onChoose } = props;
  const hintId = useId();
  const [typed, setTyped] = useState(String(value));
  const [isRefused, setRefused] = useState(false);
  const read = ({ value: text, validity }: HTMLInputElement): void => {
    const number = Number(text);
    // Letters leave the browser's value empty, and an empty field means none.
    const fits = !validity.badInput && Number.isInteger(number) && number >= 0 && number <= max;
    setTyped(text);
    setRefused(!fits);
    if (fits) onChoose(number);
  };
  return (
    <div>
      <label>
        {label}
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={max}
          value={typed}
          aria-invalid={isRefused}
          aria-describedby={hintId}
          onInput={(event) => read(event.currentTarget)}
        />
      </label>
      <span id={hintId} class="hint" role="status">
        {isRefused && refusal}
      </span>
    </div>
  );
}

/** Adds a part to the form and leads the reader to its first field. */
export function AddButton(props: {
  label: string;
  /** How many parts there are. */
  count: number;
  isFull: boolean;
  /** What the parts are in, around the button, and what each of them is: selectors. */
  parts: { within: string; each: string };
  onAdd(): void;
}) {
  const { label, count, isFull, parts, onAdd } = props;
  const button = useRef<HTMLButtonElement>(null);
  const isAdding = useRef(false);
  useLayoutEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    const all = button.current?.closest(parts.within)?.querySelectorAll(parts.each) ?? [];
    all[count - 1]?.querySelector('select')?.focus();
  }, [count]);
  return (
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
    </button>
  );
}

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
