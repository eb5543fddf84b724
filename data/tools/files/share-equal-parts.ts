/**
 * Makes something that lets what it is shown share its equal parts: each object or list within is put in place of all later ones
 * that hold the same. What many regions have in common is then kept once.
 *
 * What it is shown is changed in place, so it must not be changed by anybody afterwards; frozen parts stay as they are. What was
 * shown is remembered for as long as the function is there.
 */
export function createPartSharing(): (whole: object) => void {
  const byContent = new Map<string, object>();
  const numbers = new Map<unknown, number>();
  const numberOf = (value: unknown): number => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  const share = (part: object): object => {
    if (Object.isFrozen(part) || numbers.has(part)) return part;
    let content = Array.isArray(part) ? '[' : '{';
    for (const [name, value] of Object.entries(part)) {
      const shared: unknown = typeof value === 'object' && value !== null ? share(value) : value;
      if (shared !== value) Reflect.set(part, name, shared);
      content += `${numberOf(name)}:${numberOf(shared)},`;
    }
    const first = byContent.get(content) ?? part;
    byContent.set(content, first);
    numberOf(first);
    return first;
  };
  return share;
}
