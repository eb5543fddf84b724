import { useId, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { DeviceKind, DeviceModel } from '../../../data/core/schema/device.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { DeviceAnswer, DeviceHit } from '../../../data/core/search/devices/device-search.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { deviceName } from '../../i18n/grammar/names.ts';
import type { Devices } from './form-props.ts';

/** What a reader chose: a model, a market version where a code told it, or only a kind. */
export interface DeviceChoice {
  kind: DeviceKind;
  modelId: string;
  variantId: string;
}

/** Lines of the list; more are reached by typing on. */
const MAX_HITS = 8;

interface DeviceFieldProps {
  language: Language;
  devices: Devices;
  /** Kind of the line: devices of it come first. */
  kind: DeviceKind;
  /** Name of the line's model, shown until somebody types; empty without one. */
  name: string;
  /** `undefined`: what stands in the field is no device. */
  onChoose(choice: DeviceChoice | undefined): void;
}

/**
 * A choice among many devices by typing a name or a code: an editable combobox with a list (ARIA Authoring Practices
 * Guide). What is found says why; a name that is only nearly right is offered, never taken.
 */
export function DeviceField(props: DeviceFieldProps) {
  const { language, kind, onChoose } = props;
  const { state, want } = props.devices;
  const { deviceField: words, check } = catalogueOf(language);
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [taken, setTaken] = useState<Option>();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const text = typed ?? props.name;
  const find = (wanted: string) =>
    state.status === 'ready' && wanted.trim() !== ''
      ? state.search.find(wanted, MAX_HITS, kind)
      : undefined;
  const answer = useMemo(() => find(text), [state, text, kind]);
  const options = optionsOf(answer, kind, language);
  const isShown = isOpen && options.length > 0;

  // Whoever types faster than the catalogue comes is answered when it is there.
  useLayoutEffect(() => {
    const chosen = typed === undefined || taken ? undefined : find(typed)?.chosen;
    if (chosen) onChoose(choiceOf(chosen));
  }, [state]);

  const take = (option: Option): void => {
    setTyped(option.name);
    setTaken(option);
    setOpen(false);
    setActive(-1);
    onChoose(option.choice);
  };
  const type = (next: string): void => {
    setTyped(next);
    setTaken(undefined);
    setOpen(true);
    setActive(-1);
    want();
    const chosen = find(next)?.chosen;
    onChoose(chosen === undefined ? undefined : choiceOf(chosen));
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      setOpen(true);
      // Below the last and above the first is the field itself.
      if (!event.altKey) setActive(isShown ? around(active + step, options.length) : 0);
    } else if (event.key === 'Enter' && isShown) {
      const option = options[active] ?? (isMeant(answer) ? options[0] : undefined);
      if (option) take(option);
    } else if (event.key === 'Escape' && (isShown || text !== '')) {
      if (!isShown) type('');
      setOpen(false);
      setActive(-1);
    } else {
      return;
    }
    event.preventDefault();
  };
  return (
    <div class="combo">
      <label for={`${id}-input`}>{words.label}</label>
      <input
        id={`${id}-input`}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-hint`}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={text}
        placeholder={check.modelUnknown}
        onFocus={want}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      <span id={`${id}-hint`} class="hint" role="status">
        {taken ? words.found(taken.name, taken.why) : hintOf(text, state.status, answer, language)}
      </span>
      <div id={`${id}-list`} role="listbox" aria-label={words.results} hidden={!isShown}>
        {options.map((option, at) => (
          // Keys are the field's: a screen reader reaches the options through aria-activedescendant.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          <div
            key={option.id}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            // The field keeps the focus; letting go on a line chooses it, so a finger may scroll the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            {option.name} {option.isPlain || <small>{option.why}</small>}
          </div>
        ))}
      </div>
    </div>
  );
}

interface Option {
  id: string;
  name: string;
  why: string;
  /** Whether the name itself shows why it is offered; the list says no more then. */
  isPlain: boolean;
  choice: DeviceChoice;
}

function optionsOf(
  answer: DeviceAnswer<DeviceModel> | undefined,
  kind: DeviceKind,
  language: Language,
): Option[] {
  if (answer === undefined) return [];
  const { deviceField: words, labels } = catalogueOf(language);
  const typedKind = answer.kind === 'watch' && kind === 'childrens-watch' ? kind : answer.kind;
  const hits = answer.hits.map((hit) => ({
    id: `${hit.model.id} ${hit.variantId ?? ''}`,
    name: deviceName(hit.model),
    why: whyOf(hit, language),
    isPlain: hit.match === 'words' || hit.match === 'name',
    choice: choiceOf(hit),
  }));
  if (typedKind === undefined) return hits;
  const anyOfKind = {
    id: typedKind,
    name: labels.deviceKind[typedKind],
    why: words.anyModel,
    isPlain: false,
    choice: { kind: typedKind, modelId: 'unknown', variantId: 'unknown' },
  };
  return [anyOfKind, ...hits];
}

function choiceOf({ model, variantId }: DeviceHit<DeviceModel>): DeviceChoice {
  return { kind: model.kind, modelId: model.id, variantId: variantId ?? 'unknown' };
}

function whyOf({ match, by = '' }: DeviceHit<DeviceModel>, language: Language): string {
  return catalogueOf(language).deviceField.why[match](by);
}

/** What stands below the field: what was found and why, or what to do. */
function hintOf(
  text: string,
  status: Devices['state']['status'],
  answer: DeviceAnswer<DeviceModel> | undefined,
  language: Language,
): string | undefined {
  const { deviceField: words } = catalogueOf(language);
  if (text.trim() === '') return undefined;
  if (status === 'loading') return words.loading;
  if (status === 'failed') return words.failed;
  if (answer === undefined) return undefined;
  const { hits, more, chosen } = answer;
  if (chosen) return words.found(deviceName(chosen.model), whyOf(chosen, language));
  if (hits.length === 0) return answer.kind === undefined ? words.none : undefined;
  if (!isMeant(answer)) return words.didYouMean(hits.length);
  return words.several(hits.length + more);
}

/** Whether what was found is what was typed, and not only something like it. */
function isMeant(answer: DeviceAnswer<DeviceModel> | undefined): boolean {
  const match = answer?.hits[0]?.match;
  return match !== 'near' && match !== 'layout';
}

function around(index: number, count: number): number {
  return index >= count ? -1 : index < -1 ? count - 1 : index;
}
