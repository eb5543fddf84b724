import type { Language } from '../../../data/core/schema/localized-text.ts';

/** The service's own form, below the language. */
export const OWN_FORM = '/report';

/** Names in the address of the form for fields of a report. */
const FIELDS = {
  region: 'regionId',
  operator: 'operatorId',
  plan: 'planId',
  tried: 'tried',
  claim: 'claimId',
  contact: 'contactId',
  place: 'placeId',
  device: 'deviceId',
} as const;

/** What is known where the form is opened: ids, and for `tried` a word of the schema. */
type KnownOfReport = { readonly [Name in keyof typeof FIELDS]?: string | undefined };

/**
 * Address of a form, filled in with what it is about: the service's own one in a language, or a form elsewhere, which is told
 * the same.
 */
export function reportHref(reportUrl: string, language: Language, known: KnownOfReport): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(known))
    if (value !== undefined) query.set(name, value);
  const address = reportUrl.startsWith('/') ? `/${language}${reportUrl}` : reportUrl;
  if (query.size === 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

/** What the query of a form's address tells, so that a form elsewhere can be told the same. */
export function knownOfReport(values: Readonly<Record<string, string>>): KnownOfReport {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in FIELDS));
}

/** Fields of a report by their names in it, from the query of an address or from what was sent. */
export function reportFields(values: Readonly<Record<string, string>>): Record<string, string> {
  const known: Readonly<Record<string, string>> = FIELDS;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [known[name] ?? name, value]),
  );
}
