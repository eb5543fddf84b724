/** A choice with its label. */
export function SelectField(props: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChoose(value: string): void;
}) {
  const { label, value, options, onChoose } = props;
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A whole number from 0. */
export function NumberField(props: {
  label: string;
  value: number;
  max: number;
  onChoose(value: number): void;
}) {
  const { label, value, max, onChoose } = props;
  return (
    <label>
      {label}
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={max}
        value={value}
        onInput={(event) => {
          const typed = Number(event.currentTarget.value);
          if (Number.isInteger(typed) && typed >= 0 && typed <= max) onChoose(typed);
        }}
      />
    </label>
  );
}
