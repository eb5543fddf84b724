import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { PublicCase, Report, SourceChange } from '../../../data/core/schema/report.ts';
import type { DeskAct, DeskRefused } from '../../i18n/catalogue.ts';

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

/** What is given to a sender once. */
export interface SentReport {
  readonly case: string;
  readonly key: string;
  readonly dueOn: string;
}

/** What the sender sees of a case beyond what is public. */
export interface SendersView {
  readonly key: string;
  /** The sender's own words, a paragraph each. */
  readonly texts: readonly string[];
  readonly messages: readonly {
    readonly author: 'desk' | 'sender';
    readonly writtenOn: string;
    readonly body: string;
  }[];
}

/** A page that tells of what people sent: unlike the others it is no function of the data alone. */
export type ReportPageContent =
  | {
      readonly page: 'form';
      readonly values: Readonly<Record<string, string>>;
      readonly errors: readonly string[];
    }
  | { readonly page: 'sent'; readonly sent: SentReport; readonly origin: string }
  | { readonly page: 'cases'; readonly cases: readonly PublicCase[]; readonly unavailable: boolean }
  | {
      readonly page: 'case';
      readonly shown: PublicCase;
      readonly own?: SendersView;
      readonly alert?: string;
    }
  | { readonly page: 'unknown-case' }
  | { readonly page: 'desk'; readonly content: DeskContent };

/** A case as the desk sees it. */
export interface DeskCase {
  readonly shown: PublicCase;
  /** What was sent, with its texts; absent where it was withdrawn. */
  readonly report?: Report | SourceChange;
  readonly messages: readonly {
    readonly author: 'desk' | 'sender';
    readonly writtenOn: string;
    readonly body: string;
  }[];
  /** Numbers of other open cases about the same. */
  readonly related: readonly string[];
}

/** A line of the log. */
interface DeskLogLine {
  readonly ordinal: number;
  readonly doneOn: string;
  readonly member: string;
  readonly act: string;
  readonly case?: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Who is signed in, and the token that is in each form of theirs. */
export interface DeskMember {
  readonly name: string;
  readonly csrf: string;
}

/** A page of the desk. */
export type DeskContent =
  | { readonly part: 'sign-in'; readonly isUnavailable: boolean }
  | {
      readonly part: 'queue';
      readonly member: DeskMember;
      /** The first that wait. */
      readonly queue: readonly DeskCase[];
      /** How many wait in all. */
      readonly waiting: number;
      /** What was done just now, to which cases. */
      readonly done?: { readonly act: DeskAct; readonly cases: readonly string[] };
      readonly refused?: DeskRefused;
    }
  | {
      readonly part: 'case';
      readonly member: DeskMember;
      readonly case: DeskCase;
      readonly previous?: string;
      readonly next?: string;
      readonly done?: { readonly act: DeskAct; readonly cases: readonly string[] };
      readonly refused?: DeskRefused;
    }
  | { readonly part: 'log'; readonly member: DeskMember; readonly log: readonly DeskLogLine[] };
