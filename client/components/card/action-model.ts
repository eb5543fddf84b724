import { defaultHousehold } from '../../../data/core/eligibility/household.ts';
import type { DatasetRegion } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Support, Verdict } from '../../../data/core/schema/verdict.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatDate, formatDatePair } from '../../i18n/grammar/format.ts';
import {
  type ActionInput,
  groupNotes,
  headlineOf,
  isPossible,
  otherKind,
  sentenceOf,
  supportInWords,
} from './headline.ts';
import { type Offer, offerOf } from './offers.ts';
import { questionsFor } from './questions.ts';

/** Operators that a card names first; more would not leave room for a way to reach them. */
const MOST_OFFERS = 2;

/** A source for paper: its address, who published it, and the day it speaks for or that it has none. */
interface PaperSource {
  url: string;
  publisher: string;
  day: string;
}

/** What a person can act on, decided once: card, check, frame, print sheet, message and badge draw the same of it. */
export interface ActionModel {
  language: Language;
  region: DatasetRegion;
  verdict: Verdict;
  /** How well the verdict is known; what the sentence says of a part of an unknown whole may be known better. */
  support: Support;
  /** Value, what is shared and for how many numbers. */
  sentence: string;
  /** How well that is known for this region. */
  supportText: string;
  /** The day of the answer and that of the data, in one line. */
  dateText: string;
  /** What the sentence leaves out: parts of the household that differ, the other kind of sharing. */
  notes: string[];
  offers: Offer[];
  questions: string[];
  /** The questions as one message. */
  message: string;
  /** Addresses of the sources that decided what is said of the operators: for paper, where no link can be followed. */
  sources: PaperSource[];
  /**
   * Address of the signed receipt, and the content hash of the data that it must be of. Absent for a household of one's own: it
   * is assessed in the browser and sent to nobody.
   */
  receipt?: { href: string; datasetHash: string };
}

/** The day of the answer and that of the data; one where they are the same. */
function dateLine(asOf: IsoDate, checkedOn: IsoDate, language: Language): string {
  const { action } = catalogueOf(language);
  return asOf === checkedOn
    ? action.dateSame(formatDate(language, asOf))
    : action.date(...formatDatePair(language, asOf, checkedOn));
}

/** More addresses than these leave one page of paper. */
const MOST_SOURCES = 6;

function sourcesOf(offers: readonly Offer[], { dataset, language }: ActionInput): PaperSource[] {
  const { undated } = catalogueOf(language).evidence.freshness;
  const used = offers.flatMap(({ assessment }) =>
    assessment.axes
      .filter(({ axis }) => axis === 'sharedPlan' || axis === 'esim')
      .flatMap(({ evidence }) => evidence.filter(({ role }) => role === 'decisive')),
  );
  const urls = new Set(used.flatMap(({ sourceUrls }) => sourceUrls.slice(0, 1)));
  return [...urls].slice(0, MOST_SOURCES).flatMap((url) => {
    const source = dataset.sources.find((each) => each.url === url);
    if (source === undefined) return [];
    const { publisher, observedOn, datedBy } = source;
    const isDated = observedOn !== undefined && datedBy === undefined;
    return [{ url, publisher, day: isDated ? formatDate(language, observedOn) : undated }];
  });
}

/** Decides what a person reads, whom they can reach and what they ask; `undefined` for a region that is not mapped. */
export function createActionModel(input: ActionInput): ActionModel | undefined {
  const { dataset, assessment, language } = input;
  const region = dataset.regions.find(({ id }) => id === assessment.regionId);
  if (region === undefined) return undefined;
  const { action } = catalogueOf(language);
  const household = input.household ?? defaultHousehold(region.id);
  const headline = headlineOf(input, household);
  const fitting = assessment.operators.filter(({ verdict }) => verdict !== 'no');
  const offers = (fitting.length > 0 ? fitting : assessment.operators)
    .slice(0, MOST_OFFERS)
    .flatMap((each) => {
      const operator = dataset.operators.find(({ id }) => id === each.operatorId);
      return operator === undefined ? [] : [offerOf(operator, each, region.id, input)];
    });
  const name = region.name[language];
  const [first] = offers;
  const questions = questionsFor({
    language,
    regionName: name,
    assessment: first?.assessment,
    plan: first?.plan,
    household,
    hasPrice: first?.hasPrice ?? false,
  });
  return {
    language,
    region,
    verdict: assessment.verdict,
    support: isPossible(assessment.verdict) ? headline.support : assessment.support,
    sentence: sentenceOf(headline, input),
    supportText: supportInWords(headline, language),
    dateText: dateLine(assessment.asOf, dataset.checkedOn, language),
    notes: [...groupNotes(headline, input), ...otherKind(headline, input)],
    offers,
    questions,
    message: [
      action.message(name),
      ...questions.map((text, index) => `${index + 1}. ${text}`),
    ].join('\n'),
    sources: sourcesOf(offers, input),
    ...(input.household === undefined && {
      receipt: {
        href: `/api/v1/eligibility?region=${region.id}&asOf=${assessment.asOf}&f=jose`,
        datasetHash: dataset.hash,
      },
    }),
  };
}
