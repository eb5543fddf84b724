// Types for the package that ships none; only what is used here.
declare module 'convert-layout/ru.js' {
  /** The Russian layout: what the keys of an English text give in it, and the other way. */
  const layout: { fromEn: (text: string) => string; toEn: (text: string) => string };
  export default layout;
}
