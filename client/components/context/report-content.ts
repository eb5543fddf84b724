import type { PublicCase } from '../../../data/core/schema/case.ts';
import type { DeskContent } from './desk-content.ts';

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
