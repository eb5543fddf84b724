/**
 * Makes what formats or compares by a locale once for each locale and its options: making one takes a hundred times as long as
 * using it, and a page uses one for each of its dates, lists and rows.
 */
function madeOnce<Options, Made>(make: (locale: string, options: Options) => Made) {
  const known = new Map<string, Made>();
  return (locale: string, options: Options): Made => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const made = known.get(key) ?? make(locale, options);
    known.set(key, made);
    return made;
  };
}

/** Chooses the plural form of a word. */
export const pluralRulesOf = madeOnce(
  (locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
);

/** Writes numbers. */
export const numberFormatOf = madeOnce(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** Writes days. */
export const dateFormatOf = madeOnce(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** Writes lists in words. */
export const listFormatOf = madeOnce(
  (locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);

/** Orders texts. */
export const collatorOf = madeOnce(
  (locale, options: Intl.CollatorOptions) => new Intl.Collator(locale, options),
);
