import type { Contact, ContactKind } from '../../core/schema/contact.ts';
import { daysBetween, latestDay } from '../../core/schema/dates.ts';
import type { Source } from '../../core/schema/source.ts';
import type { RuleIssue } from '../authored/issue.ts';
import type { Rule } from './rule.ts';

/** A number or an address as people write it, and how to say so. */
interface Shape {
  pattern: RegExp;
  expected: string;
}

const ADDRESS: Shape = {
  pattern: /^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/,
  expected: 'an https address',
};

/** What each kind of contact looks like. */
const SHAPES: Readonly<Record<ContactKind, Shape>> = {
  'phone-free': { pattern: /^8 800 \d{3}-\d{2}-\d{2}$/, expected: 'a number like 8 800 700-06-11' },
  'phone-short': { pattern: /^\d{3,6}$/, expected: 'a short number like 0611' },
  'phone-abroad': {
    pattern: /^\+7 \d{3} \d{3}-\d{2}-\d{2}$/,
    expected: 'a number like +7 495 766-01-66',
  },
  ussd: { pattern: /^[*#][\d*#]+#$/, expected: 'a command like *111*59#' },
  app: { pattern: /^(?!https?:)\S.{0,40}$/u, expected: 'the name of the app, without an address' },
  chat: {
    pattern: /^(https:\/\/\S+|\p{L}+ (@\w+|\+7 \d{3} \d{3}-\d{2}-\d{2}))$/u,
    expected: 'an https address, or a service and the number in it like WhatsApp +7 900 211-12-11',
  },
  'shops-url': ADDRESS,
  'esim-url': ADDRESS,
  'family-url': ADDRESS,
};

/** Days after which a number is believed on the operator's own page alone. */
const NUMBER_DAYS = 3 * 365;

/** A wrong number sends a family to a stranger. */
export const contactsSound: Rule = {
  name: 'contacts-sound',
  description:
    'contacts have the shape of their kind, stand once, and numbers are not from old pages of others',
  scope: 'dataset',
  check(data) {
    const release = data.release.value.version;
    const sources = new Map(data.sources.map(({ value }) => [value.id, value]));
    return data.operators.flatMap(({ file, value: { contacts } }) =>
      contacts.flatMap((contact, index): RuleIssue[] => {
        const source = sources.get(contact.sourceId);
        const isTwice = contacts.slice(0, index).some((other) => isSame(other, contact));
        return [
          misshapen(contact),
          isTwice ? 'stands here twice' : undefined,
          tooOld(contact, source, release),
        ]
          .filter((problem) => problem !== undefined)
          .map((problem) => ({
            level: 'error',
            file,
            path: `contacts[${index}]`,
            message: `the contact ${contact.kind} ${contact.value} ${problem}`,
            tip: 'correct it by its source, or take it away: without a contact the site stands alone',
          }));
      }),
    );
  },
};

function misshapen({ kind, value }: Contact): string | undefined {
  const { pattern, expected } = SHAPES[kind];
  return pattern.test(value) ? undefined : `is not ${expected}`;
}

function isSame(a: Contact, b: Contact): boolean {
  return a.kind === b.kind && a.value === b.value;
}

function tooOld(contact: Contact, source: Source | undefined, release: string): string | undefined {
  if (
    source === undefined ||
    !contact.kind.startsWith('phone-') ||
    source.confidence === 'official'
  )
    return undefined;
  const day = contact.observedOn ?? source.observedOn;
  if (day === undefined || daysBetween(latestDay(day), release) <= NUMBER_DAYS) return undefined;
  return `was seen in ${day}, more than three years ago, and not on the operator's own page`;
}
