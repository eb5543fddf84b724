/** The part of the package's glue code that is used; the package types only its bundler entry. */
declare module 'cql2-wasm/cql2_wasm_bg.js' {
  export function parseText(text: string): { to_json_pretty(): string; free(): void };
  export function __wbg_set_wasm(exports: object): void;
}
