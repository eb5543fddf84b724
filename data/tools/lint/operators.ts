import { servesFamiliesOn } from '../../core/eligibility/operators.ts';
import { joinablePlans } from '../../core/eligibility/plans.ts';
import type { Source } from '../../core/schema/claim.ts';
import { daysBetween, latestDay } from '../../core/schema/dates.ts';
import type { RegionId } from '../../core/schema/ids.ts';
import type { Contact, ContactKind, Operator } from '../../core/schema/operator.ts';
import type { Plan } from '../../core/schema/plan.ts';
import type { RuleIssue } from '../authored/issue.ts';
import { hasOpenQuestion, nameRegions, type Rule } from './rule.ts';

/** Plan terms that decide an axis when they are known; the axis is unknown when they are not. */
const TERMS = [
  { term: 'lineLimit', axis: 'lineCount' },
  { term: 'sameRegion', axis: 'sameRegion' },
] as const;
type Term = (typeof TERMS)[number];

/** A plan that one can still join and whose terms are not known must say that somebody looked. */
export const planTermsExplained: Rule = {
  name: 'plan-terms-explained',
  description:
    'each term that a joinable plan lacks has an open question; no plan at all has one too',
  scope: 'dataset',
  check(data) {
    const release = data.release.value.version;
    const regionIds = data.regions.map(({ value }) => value.id);
    return data.operators.flatMap(({ file, value }) => {
      if (!servesFamiliesOn(value, release)) return [];
      const joinable = joinablePlans(value.plans, release);
      return TERMS.flatMap((term) =>
        joinable.length === 0
          ? noPlan(file, value, term, regionIds)
          : joinable.flatMap((plan) => missingTerm(file, value, plan, term, regionIds)),
      );
    });
  },
};

function noPlan(
  file: string,
  operator: Operator,
  { axis }: Term,
  regionIds: readonly RegionId[],
): RuleIssue[] {
  const silent = regionIds.filter((id) => !hasOpenQuestion(operator.openQuestions, axis, id));
  if (silent.length === 0) return [];
  return [
    {
      level: 'error',
      file,
      path: 'openQuestions',
      message: `${operator.id} has no plan to join, so its ${axis} is unknown, and nothing asks for it in ${nameRegions(silent)}`,
      tip: `add "${axis}" to the axes of the open question about its shared plan`,
    },
  ];
}

function missingTerm(
  file: string,
  operator: Operator,
  plan: Plan,
  { term, axis }: Term,
  regionIds: readonly RegionId[],
): RuleIssue[] {
  if (plan[term] !== undefined) return [];
  const silent = regionIds.filter(
    (id) => !hasOpenQuestion(operator.openQuestions, axis, id, plan.id),
  );
  if (silent.length === 0) return [];
  return [
    {
      level: 'error',
      file,
      path: `plans[${operator.plans.indexOf(plan)}].${term}`,
      message: `${plan.id} has no ${term} and no open question about ${axis} in ${nameRegions(silent)}`,
      tip: `add ${term} with its claims, or an open question with axes ["${axis}"] and planId "${plan.id}"`,
    },
  ];
}

/** A network code belongs to one network; an MVNO without a core of its own uses its host's and lists none. */
export const plmnUnique: Rule = {
  name: 'plmn-unique',
  description: 'no PLMN belongs to two operators',
  scope: 'dataset',
  check(data) {
    const owners = new Map<string, string>();
    return data.operators.flatMap(({ file, value }) =>
      value.plmns.flatMap(({ plmn }, index): RuleIssue[] => {
        const owner = owners.get(plmn);
        owners.set(plmn, owner ?? value.id);
        if (owner === undefined) return [];
        return [
          {
            level: 'error',
            file,
            path: `plmns[${index}].plmn`,
            message: `${plmn} is listed by ${owner} already`,
            tip: "leave it with the operator it is allocated to; a virtual operator on another's core lists none",
          },
        ];
      }),
    );
  },
};

/** Whose network a virtual operator runs on decides what it inherits; not knowing it is said, not left out. */
export const virtualOperatorHasHost: Rule = {
  name: 'virtual-operator-has-host',
  description: 'an MVNO names its host with a claim, or says that it is unknown; an MNO has none',
  scope: 'file',
  check(data) {
    return data.operators.flatMap(({ file, value }): RuleIssue[] => {
      const { kind, hostOperatorId, hostClaimIds, inherits } = value;
      const problem = (path: string, message: string, tip: string): RuleIssue[] => [
        { level: 'error', file, path, message, tip },
      ];
      if (kind === 'mno') {
        if (hostOperatorId === undefined && inherits.length === 0) return [];
        return problem(
          'hostOperatorId',
          `${value.id} has a network of its own and a host or inherited claims as well`,
          'make it an mvno, or remove hostOperatorId and inherits',
        );
      }
      if (hostOperatorId === undefined) {
        return problem(
          'hostOperatorId',
          `${value.id} is a virtual operator without a host`,
          'name the host operator, or write "unknown" when no source names it',
        );
      }
      if (hostOperatorId !== 'unknown' && hostClaimIds.length === 0) {
        return problem(
          'hostClaimIds',
          `no claim says that ${value.id} runs on the network of ${hostOperatorId}`,
          'name the claim in hostClaimIds, or write "unknown" as the host',
        );
      }
      return [];
    });
  },
};

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
