import { setImmediate } from 'node:timers/promises';
import { type ScreenedKind, screenText } from '../../data/core/reports/screen-text.ts';
import type { IsoDate } from '../../data/core/schema/dates.ts';
import type { Contact } from '../../data/core/schema/operator.ts';
import { type Report, type SubjectKey, subjectOf } from '../../data/core/schema/report.ts';
import type { Service } from '../service.ts';

/** Ids that a report may name. */
export interface KnownFacts {
  hasRegion(id: string): boolean;
  hasOperator(id: string): boolean;
  /** Whether the operator has the plan. */
  hasPlan(operatorId: string, planId: string): boolean;
  has(key: SubjectKey, id: string): boolean;
}

/** One thing that is wrong with a report: the field, and where in its text. */
export interface ReportError {
  readonly field: string;
  readonly value?: string;
  readonly detail: string;
  /** Why the text may not be sent, and the place in UTF-16 units. */
  readonly screened?: { readonly kind: ScreenedKind; readonly start: number; readonly end: number };
}

/** Reports reach back to when eSIM came to Russia's operators. */
const FIRST_MONTH = '2019-01';

const SCREENED: Readonly<Record<ScreenedKind, string>> = {
  phone: 'looks like a telephone number',
  email: 'looks like an e-mail address',
  card: 'looks like the number of a payment card',
  document: 'looks like the number of a document or a contract',
  account: 'looks like the account of a person',
  markup: 'is markup: write plain text',
  character: 'is a character that cannot be seen or changes the direction of the text',
};

/**
 * What is wrong with a report whose shape is right: ids that the facts do not have, a month to come, texts that could name a
 * person. All of it is named, not just the first. Others have their turn between two texts.
 */
export async function checkReport(
  report: Report,
  facts: KnownFacts,
  today: IsoDate,
): Promise<ReportError[]> {
  if (report.kind === 'correction') {
    const { key, id } = subjectOf(report);
    const allowsOfficeNumbers = key === 'contactId';
    const address =
      report.sourceUrl === undefined
        ? []
        : await screen('sourceUrl', decoded(report.sourceUrl), { isAddress: true });
    return [
      ...(facts.has(key, id)
        ? []
        : [{ field: key, value: id, detail: 'no fact of this kind has this id' }]),
      ...(await screen('wrong', report.wrong, { allowsOfficeNumbers })),
      ...(await screen('right', report.right, { allowsOfficeNumbers })),
      ...address,
    ];
  }
  const { regionId, operatorId, planId, month, text } = report;
  const errors: ReportError[] = [];
  if (!facts.hasRegion(regionId))
    errors.push({ field: 'regionId', value: regionId, detail: 'no region has this id' });
  if (!facts.hasOperator(operatorId)) {
    errors.push({ field: 'operatorId', value: operatorId, detail: 'no operator has this id' });
  } else if (planId !== undefined && !facts.hasPlan(operatorId, planId)) {
    errors.push({
      field: 'planId',
      value: planId,
      detail: 'the operator has no plan with this id',
    });
  }
  if (month > today.slice(0, 7))
    errors.push({
      field: 'month',
      value: month,
      detail: `is yet to come: expected at most ${today.slice(0, 7)}`,
    });
  if (month < FIRST_MONTH)
    errors.push({ field: 'month', value: month, detail: `expected ${FIRST_MONTH} or later` });
  return [...errors, ...(text === undefined ? [] : await screen('text', text))];
}

/** What may not be sent in a text that is no report: an answer to the desk. */
export function screenAnswer(text: string): Promise<ReportError[]> {
  return screen('answer', text);
}

/** A text is screened in a turn of its own: the first of a process, for which the patterns are made, takes some 20 ms. */
async function screen(
  field: string,
  text: string,
  {
    allowsOfficeNumbers = false,
    isAddress = false,
  }: { allowsOfficeNumbers?: boolean; isAddress?: boolean } = {},
): Promise<ReportError[]> {
  await setImmediate();
  return (
    screenText(text, { allowsOfficeNumbers })
      // Addresses are full of numbers that are nobody's.
      .filter(({ kind }) => !isAddress || kind === 'email' || kind === 'character')
      .map(({ kind, start, end }) => ({
        field,
        detail: `from character ${start + 1} to ${end}: ${SCREENED[kind]}; a report names no person, so please leave it out`,
        screened: { kind, start, end },
      }))
  );
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Sets of ids take a moment to make, and a service's facts never change. */
const MADE = new WeakMap<Service, KnownFacts>();

/** What reports may name, of the facts that a service answers from. */
export function knownFacts(service: Service): KnownFacts {
  const known = MADE.get(service) ?? makeKnownFacts(service);
  MADE.set(service, known);
  return known;
}

function makeKnownFacts(service: Service): KnownFacts {
  const { dataset, regionById, operatorById, claimById, places, devices } = service;
  const placeIds = new Set(places.map(({ id }) => String(id)));
  const contactIds = new Set(
    dataset.operators.flatMap(({ id, contacts }) =>
      contacts.map((contact) => contactId(id, contact)),
    ),
  );
  const deviceIds = new Set(devices.map(({ id }) => id));
  return {
    hasRegion: (id) => regionById.has(id),
    hasOperator: (id) => operatorById.get(id)?.market === 'consumer',
    hasPlan: (operatorId, planId) =>
      operatorById.get(operatorId)?.plans.some(({ id }) => id === planId) ?? false,
    has(key, id) {
      switch (key) {
        case 'claimId':
          return claimById.has(id);
        case 'placeId':
          return placeIds.has(id);
        case 'deviceId':
          return deviceIds.has(id);
        case 'contactId':
          return contactIds.has(id);
      }
    },
  };
}

/** What a correction calls a contact: operator and kind, `mts-phone-free`. Which of several is meant, `wrong` says. */
function contactId(operatorId: string, { kind }: Pick<Contact, 'kind'>): string {
  return `${operatorId}-${kind}`;
}
