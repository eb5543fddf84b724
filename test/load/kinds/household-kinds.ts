import type { Kind, Parts, Random } from '../climb.ts';
import { address, anyDay, between, often, oneOf } from './draw.ts';
import { anyPlaceNames } from './place-kinds.ts';

/** Ids that requests about families name. */
export interface Named {
  readonly regionIds: readonly string[];
  readonly operatorIds: readonly string[];
  readonly claimIds: readonly string[];
  readonly releases: readonly string[];
}

const anyFamily = ({ regionIds }: Named) => ({
  region: oneOf(...regionIds),
  members: (random: Random) => String(between(random, 1, 20)),
  children: oneOf(undefined, '1'),
  foreign: oneOf(undefined, '1'),
  watch: oneOf(undefined, '1'),
  tablet: oneOf(undefined, '1'),
});

const anyHousehold =
  ({ regionIds, operatorIds }: Named) =>
  (random: Random) => {
    const members = Array.from({ length: between(random, 1, 20) }, (_, index) => ({
      id: `m${index}`,
      ageBand: oneOf('adult', 'under-14')(random),
      citizenship: oneOf('russian', 'foreign')(random),
    }));
    const anyOperator = random() < 0.5 ? oneOf('any') : oneOf('any', ...operatorIds);
    const lines = Array.from({ length: between(random, 1, 40) }, (_, index) => ({
      id: `l${index}`,
      memberId: members[index % members.length]?.id,
      contractRegionId: oneOf(...regionIds)(random),
      operatorId: anyOperator(random),
      deviceKind: oneOf('phone', 'watch', 'tablet')(random),
      payer: index === 0,
    }));
    return JSON.stringify({ members, lines });
  };

/** Requests for a verdict. */
export function eligibilityKinds(named: Named): Kind[] {
  const options = {
    asOf: often(0.7, anyDay),
    f: oneOf('json', 'html', 'txt'),
    lang: oneOf(undefined, 'ru', 'zh'),
    sharing: oneOf(undefined, 'bundle', 'payer'),
    trace: oneOf('true', undefined),
    release: oneOf(undefined, undefined, ...named.releases),
  };
  return [
    {
      name: 'eligibility',
      parts: { ...options, ...anyFamily(named) },
      request: (query) => ({ path: address('/api/v1/eligibility', query) }),
    },
    {
      name: 'receipts',
      parts: {
        ...anyFamily(named),
        asOf: often(0.7, anyDay),
        form: oneOf('f', 'receipt'),
        trace: oneOf('true', undefined),
        sharing: oneOf(undefined, 'bundle', 'payer'),
        release: oneOf(undefined, undefined, ...named.releases),
      },
      request: ({ form, ...query }) => ({
        path: address('/api/v1/eligibility', {
          ...query,
          ...(form === 'f' ? { f: 'jose' } : { f: 'json', receipt: 'true' }),
        }),
      }),
    },
    {
      name: 'eligibility of a household',
      parts: { ...options, body: anyHousehold(named) },
      request: ({ body = '', ...query }) => ({ path: address('/api/v1/eligibility', query), body }),
    },
  ];
}

/** What an assistant asks for besides tools, with its parameters. */
const METHODS: Readonly<Record<string, object | undefined>> = {
  'tools/list': undefined,
  'resources/list': undefined,
  'resources/templates/list': undefined,
  ping: undefined,
  initialize: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  },
};

/** Numbers of a family as a tool takes them. */
const numbersOf = (family: Parts) =>
  Object.fromEntries(
    Object.entries(family).map(([name, value]) => [
      name,
      value === undefined || name === 'region' ? value : Number(value),
    ]),
  );

/** Calls of assistants. */
export function mcpKind(named: Named): Kind {
  const { claimIds } = named;
  const calls: Readonly<Record<string, (parts: Parts) => object>> = {
    assess_household: ({ household = '{}', asOf, detailed, lang }) => ({
      household: JSON.parse(household),
      asOf,
      lang,
      detailed: Number(detailed),
    }),
    'assess_household in numbers': ({ asOf, detailed, lang, region, members }) => ({
      ...numbersOf({ region, members }),
      asOf,
      lang,
      detailed: Number(detailed),
    }),
    find_region: ({ name }) => ({ name }),
    list_operators: () => ({}),
    cite_evidence: ({ claims }) => ({ claimIds: claims?.split(',') }),
  };
  return {
    name: 'calls of assistants',
    parts: {
      tool: oneOf('assess_household', ...Object.keys(calls), undefined),
      method: oneOf(...Object.keys(METHODS)),
      ...anyFamily(named),
      household: anyHousehold(named),
      asOf: often(0.7, anyDay),
      lang: oneOf('ru', 'en', 'zh'),
      detailed: oneOf('1', '30'),
      name: anyPlaceNames,
      claims: (random) =>
        Array.from({ length: between(random, 1, 40) }, () => oneOf(...claimIds)(random)).join(),
    },
    request(parts) {
      const [name = ''] = parts.tool?.split(' ') ?? [];
      const call = { name, arguments: calls[parts.tool ?? '']?.(parts) };
      const asked =
        parts.tool === undefined
          ? { method: parts.method, params: METHODS[parts.method ?? ''] }
          : { method: 'tools/call', params: call };
      return {
        path: '/mcp',
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...asked }),
        accept: 'application/json, text/event-stream',
      };
    },
  };
}
