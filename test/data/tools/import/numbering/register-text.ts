/** Heading of the layout of 2026. */
export const EIGHT = 'АВС/ DEF;От;До;Емкость;Оператор;Регион;Территория ГАР;ИНН';
/** Heading of the layout before it. */
export const SIX = 'АВС/ DEF;От;До;Емкость;Оператор;Регион';

/** A stream of the UTF-8 bytes of a text, cut into small pieces so that characters fall apart. */
export async function* inPieces(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
