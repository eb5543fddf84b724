// Types for the two packages that ship none; only what is used here.

declare module 'mapshaper' {
  /** Runs one command line over in-memory files and returns the files it wrote, as text or UTF-8 bytes. */
  function applyCommands(
    commands: string,
    files: Record<string, string>,
  ): Promise<Record<string, Uint8Array | string>>;
  const mapshaper: { applyCommands: typeof applyCommands };
  export default mapshaper;
}

declare module 'polylabel' {
  /** Pole of inaccessibility of a polygon and its distance to the outline, in the polygon's units. */
  export default function polylabel(
    polygon: number[][][],
    precision?: number,
  ): [number, number] & { distance: number };
}
