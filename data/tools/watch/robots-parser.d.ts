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
