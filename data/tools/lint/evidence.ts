import type { Claim, Finding, Source } from '../../core/schema/claim.ts';
import type { ConditionCode } from '../../core/schema/condition.ts';
import { isValidOn } from '../../core/schema/dates.ts';
import { scopeSize } from '../../core/schema/ids.ts';
import { type AuthoredData, claimsOf, type Located } from '../authored/authored-data.ts';
import type { RuleIssue } from '../authored/issue.ts';
import { nameRegions, type Rule } from './rule.ts';

/** How far a claim carries depends on where its sources speak of: nobody may leave that to chance. */
export const reachWithinSources: Rule = {
  name: 'reach-within-sources',
  description: 'every claim says how far it reaches, and no further than its sources do',
  scope: 'dataset',
  check(data) {
    const sources = new Map(data.sources.map(({ value }) => [value.id, value]));
    return claimsOf(data).flatMap((located) => {
      const cited = located.value.sourceIds.flatMap((id) => sources.get(id) ?? []);
      return [...reachMissing(located), ...reachTooWide(located, cited)];
    });
  },
};

function reachMissing({ file, path, value }: Located<Claim>): RuleIssue[] {
  if (value.reach === undefined) {
    return [
      {
        level: 'error',
        file,
        path: `${path}.reach`,
        message: `${value.id} does not say how far it reaches`,
        tip: 'write "own" where the sources speak of these very regions, "country" of the whole country, else "elsewhere"',
      },
    ];
  }
  const isCount = value.derivesPresence === true || value.method === 'measured';
  if (value.reach !== 'own' || value.regionIds !== 'RU' || isCount) return [];
  return [
    {
      level: 'error',
      file,
      path: `${path}.reach`,
      message: `${value.id} speaks of the whole country and claims to be each region's own`,
      tip: 'write "country", or list the regions that its sources name',
    },
  ];
}

function reachTooWide(
  { file, path, value }: Located<Claim>,
  cited: readonly Source[],
): RuleIssue[] {
  const regions = cited.map(({ regionIds }) => regionIds);
  const isAnywhere = regions.some((scope) => scope === undefined || scope === 'RU');
  if (isAnywhere || value.reach === 'elsewhere' || cited.length === 0) return [];
  const told = new Set(
    regions.flatMap((scope) => (scope === undefined || scope === 'RU' ? [] : scope)),
  );
  const beyond = value.regionIds === 'RU' ? ['RU'] : value.regionIds.filter((id) => !told.has(id));
  if (beyond.length === 0) return [];
  return [
    {
      level: 'error',
      file,
      path: `${path}.regionIds`,
      message: `${value.id} speaks of ${nameRegions(beyond)}, its sources only of ${nameRegions([...told])}`,
      tip: 'narrow the regions, write reach "elsewhere", or add a source that speaks of them',
    },
  ];
}

/** Independent witnesses are counted by publisher, and an undated document is weighed as one: both have to be told. */
export const sourcesDescribed: Rule = {
  name: 'sources-described',
  description:
    'a source names its publisher, says why it has no date, and is cited under one address once',
  scope: 'dataset',
  check(data) {
    const first = new Map<string, string>();
    return data.sources.flatMap(({ file, value }): RuleIssue[] => {
      const earlier = first.get(value.url);
      first.set(value.url, earlier ?? value.id);
      const issue = (path: string, message: string, tip: string): RuleIssue[] => [
        { level: 'error', file, path, message, tip },
      ];
      return [
        ...(value.publisherId === undefined
          ? issue(
              'publisherId',
              `${value.id} does not say who speaks`,
              'give its publisher an id, the one that other sources of the same publisher have',
            )
          : []),
        ...(value.observedOn === undefined && value.note === undefined
          ? issue(
              'note',
              `${value.id} has no date and does not say why`,
              'add observedOn, or a note such as "Undated page."',
            )
          : []),
        ...(earlier === undefined
          ? []
          : issue(
              'url',
              `${value.url} is the source ${earlier} already`,
              'cite that one, and delete this file',
            )),
      ];
    });
  },
};

/** Policies of `data/facts/operators/README.md` that keep a file from saying more than its sources do. */
export const findingsModest: Rule = {
  name: 'findings-modest',
  description:
    'no finding is a plain yes on eSIM or on a plan that may be closed, and none rests on a register alone',
  scope: 'dataset',
  check(data) {
    const release = data.release.value.version;
    const registers = new Set(
      data.sources
        .filter(({ value }) => value.confidence === 'register')
        .map(({ value }) => value.id),
    );
    const doubtful = new Set(
      data.operators.flatMap(({ value }) =>
        value.plans.filter(({ status }) => status !== 'open').map(({ id }) => id),
      ),
    );
    return claimsOf(data).flatMap(({ file, path, value }) =>
      value.findings.flatMap((finding, index): RuleIssue[] => {
        const problem = immodest(value, finding, { release, registers, doubtful });
        if (problem === undefined) return [];
        const [message, tip] = problem;
        return [{ level: 'error', file, path: `${path}.findings[${index}]`, message, tip }];
      }),
    );
  },
};

function immodest(
  claim: Claim,
  { axis, value, planId = '' }: Finding,
  known: { release: string; registers: ReadonlySet<string>; doubtful: ReadonlySet<string> },
): readonly [message: string, tip: string] | undefined {
  if (axis === 'esim' && value === 'yes' && isValidOn(claim, known.release)) {
    return [
      `${claim.id} says a plain yes on eSIM`,
      'write partial with "issue-channel-unknown": no source says region by region where a family gets one',
    ];
  }
  if (value === 'yes' && known.doubtful.has(planId)) {
    return [
      `${claim.id} says yes of ${planId}, which new customers may not be able to have`,
      'write partial with "plan-openness-unknown", or set the status of the plan to "open"',
    ];
  }
  const isCounted = claim.sourceIds.some((id) => known.registers.has(id));
  if (axis === 'presence' && claim.method === 'stated' && isCounted) {
    return [
      `${claim.id} takes numbers held for proof of sale`,
      'write the method "inferred": a register says what was allocated, not what is sold',
    ];
  }
  return undefined;
}

/** What binds nobody, and what only describes, decides nothing. */
export const onlyFactsDecide: Rule = {
  name: 'only-facts-decide',
  description:
    'laws that are not in force have no rules; background and restrictions have no findings',
  scope: 'file',
  check(data) {
    const pending = data.law
      .filter(({ value }) => value.status !== 'in-force')
      .filter(({ value }) => value.rules.length > 0 || value.inForceFrom !== undefined)
      .map(
        ({ file, value }): RuleIssue => ({
          level: 'error',
          file,
          path: value.rules.length > 0 ? 'rules' : 'inForceFrom',
          message: `${value.id} is ${value.status} and has rules or a day on which it begins to bind`,
          tip: 'take them away, or set the status to "in-force"',
        }),
      );
    return [...pending, ...decidingClaims(data)];
  },
};

function decidingClaims(data: AuthoredData): RuleIssue[] {
  return [...data.background, ...data.restrictions].flatMap(({ file, value }) =>
    value.claims.flatMap(({ id, findings }, index): RuleIssue[] =>
      findings.length === 0
        ? []
        : [
            {
              level: 'error',
              file,
              path: `claims[${index}].findings`,
              message: `${id} decides something, although it is background or a temporary state`,
              tip: 'move the claim to an operator or a law, or take the findings away',
            },
          ],
    ),
  );
}

/** Values that the sentence of a condition is filled with. */
const NEEDS: Partial<Record<ConditionCode, string>> = {
  'terms-not-read': 'planId',
  'plan-openness-unknown': 'planId',
  'payer-needs-tariff': 'tariffs',
  'local-exception': 'exceptionId',
  'separate-number': 'deviceKind',
  'check-market-variant': 'modelId',
};

/** A condition without its values is a sentence with a hole. */
export const conditionsComplete: Rule = {
  name: 'conditions-complete',
  description: 'each condition of a finding has the values that its sentence needs',
  scope: 'file',
  check(data) {
    return claimsOf(data).flatMap(({ file, path, value }) =>
      value.findings.flatMap(({ conditions }, finding) =>
        conditions.flatMap(({ code, params }, index): RuleIssue[] => {
          const name = NEEDS[code];
          if (name === undefined || params?.[name] !== undefined) return [];
          return [
            {
              level: 'error',
              file,
              path: `${path}.findings[${finding}].conditions[${index}].params`,
              message: `${code} does not say which ${name}`,
              tip: `add "params": { "${name}": ... }`,
            },
          ];
        }),
      ),
    );
  },
};

/** How wide the widest list of regions may be that is called each region's own without being a count. */
const MAX_OWN_REGIONS = 70;

/** A list of nearly all regions is made by a program, not read page by page. */
export const listsNotGenerated: Rule = {
  name: 'lists-not-generated',
  description:
    'a claim of nearly all regions is of the country, unless it was counted region by region',
  scope: 'file',
  check(data) {
    return claimsOf(data).flatMap(({ file, path, value }): RuleIssue[] => {
      const isCount = value.derivesPresence === true || value.method === 'measured';
      const size = scopeSize(value.regionIds);
      if (value.reach !== 'own' || value.regionIds === 'RU' || isCount || size <= MAX_OWN_REGIONS)
        return [];
      return [
        {
          level: 'error',
          file,
          path: `${path}.reach`,
          message: `${value.id} claims to be each of ${size} regions' own`,
          tip: 'write "country": a generated list of regions names none of them',
        },
      ];
    });
  },
};
