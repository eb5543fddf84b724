import * as z from 'zod';
import { DatasetContact, DatasetOperator } from '../../data/core/schema/dataset.ts';
import { coversRegion, type RegionId, Slug } from '../../data/core/schema/ids.ts';
import { regionParam, slugParam } from '../api/query-params.ts';
import { notFound } from '../middleware/problem.ts';
import type { Service } from '../service.ts';
import { defineTool, type Tool } from './tool.ts';

const ToldContact = DatasetContact.extend({ sourceUrl: z.string() });

const ToldOperator = z.strictObject({
  id: Slug,
  brand: DatasetOperator.shape.brand,
  kind: DatasetOperator.shape.kind,
  hostOperatorId: z.string().optional(),
  website: z.string().optional(),
  planIds: z.array(Slug),
  contacts: z.array(ToldContact),
  /** Page for people. */
  page: z.string(),
});

/** Lists the operators that sell to families, and how to reach them. */
export const LIST_OPERATORS: Tool = defineTool({
  name: 'list_operators',
  title: 'Operators and how to reach them',
  description:
    'Operators that sell to families, with their telephones, apps, chats and pages, each with its source and day. With `region`, contacts that hold there. An operator that is listed need not sell in a region: `assess_household` tells. An operator without contacts has none that was found.',
  input: z.strictObject({
    operator: slugParam().optional().meta({ description: 'Only this operator' }),
    region: regionParam()
      .optional()
      .meta({ description: 'Only contacts that hold in this region' }),
  }),
  output: z.strictObject({ operators: z.array(ToldOperator) }),
  answer({ operator, region }, { service, origin }) {
    const { consumerOperators, regionById } = service;
    const chosen = consumerOperators.filter(({ id }) => operator === undefined || id === operator);
    if (operator !== undefined && chosen.length === 0) {
      const ids = consumerOperators.map(({ id }) => id);
      throw notFound('operator', operator, ids, 'operator');
    }
    if (region !== undefined && !regionById.has(region)) {
      throw notFound('region', region, [...regionById.keys()], 'region');
    }
    const operators = chosen.map((one) => tell(service, one, region, origin));
    return { text: operators.map(linesOf).join('\n'), data: { operators } };
  },
});

function tell(
  { sourceById }: Service,
  { id, brand, kind, hostOperatorId, website, plans, contacts }: DatasetOperator,
  region: RegionId | undefined,
  origin: string,
): z.infer<typeof ToldOperator> {
  return {
    id,
    brand,
    kind,
    ...(hostOperatorId === undefined ? {} : { hostOperatorId }),
    ...(website === undefined ? {} : { website }),
    planIds: plans.map((plan) => plan.id),
    contacts: contacts
      .filter(({ regions }) => region === undefined || coversRegion(regions, region))
      .map((contact) => ({ ...contact, sourceUrl: sourceById.get(contact.sourceId)?.url ?? '' })),
    page: `${origin}/en/operators/${id}`,
  };
}

function linesOf({ id, brand, contacts }: z.infer<typeof ToldOperator>): string {
  const ways = contacts.map(
    ({ kind, value, observedOn }) => `  ${kind}: ${value} (${observedOn ?? 'undated'})`,
  );
  return [`${brand.en} (${id})`, ...(ways.length === 0 ? ['  no contact found'] : ways)].join('\n');
}
