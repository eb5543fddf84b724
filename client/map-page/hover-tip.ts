/** A small label beside the pointer; readers of screens hear the same from the announcer. */
export interface HoverTip {
  show(text: { name: string; value: string } | undefined, point: { x: number; y: number }): void;
}

/** A tip inside the map's container. */
export function createHoverTip(container: HTMLElement): HoverTip {
  const tip = document.createElement('div');
  const name = document.createElement('b');
  const value = document.createElement('span');
  tip.className = 'map-tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  tip.append(name, value);
  container.append(tip);
  return {
    show(text, { x, y }) {
      tip.hidden = text === undefined;
      if (text === undefined) return;
      name.textContent = text.name;
      value.textContent = text.value;
      const left = Math.min(x + 14, container.clientWidth - tip.offsetWidth - 8);
      const top =
        y + 18 + tip.offsetHeight > container.clientHeight ? y - tip.offsetHeight - 10 : y + 18;
      tip.style.translate = `${Math.max(8, left)}px ${top}px`;
    },
  };
}
