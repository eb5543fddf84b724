// Types for the packages that ship none or a wrong one; only what is used here.

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

declare module 'gdal3.js/node.js' {
  interface Dataset {
    readonly path: string;
  }
  interface Gdal {
    /** `options`: those of the driver for opening, `NAME=value`. */
    open(file: string, options?: string[]): Promise<{ datasets: Dataset[]; errors: string[] }>;
    close(dataset: Dataset): Promise<void>;
    ogrinfo(dataset: Dataset, options: string[]): Promise<unknown>;
    ogr2ogr(dataset: Dataset, options: string[], name: string): Promise<{ real: string }>;
  }
  /** `path`: folder of the package's own files; `dest`: where written files go; `errorHandler`: told of warnings and errors. */
  export default function initGdal(options: {
    path: string;
    dest: string;
    errorHandler?: (message: string) => void;
  }): Promise<Gdal>;
}

/** The package's own declaration has a default export where the CommonJS module is the function itself. */
declare module 'robots-parser' {
  interface Robots {
    /** `undefined` for addresses of another host. */
    isAllowed(url: string, userAgent?: string): boolean | undefined;
    /** Seconds. */
    getCrawlDelay(userAgent?: string): number | undefined;
  }
  export default function robotsParser(url: string, text: string): Robots;
}
