import { expect } from 'vitest';
import * as z from 'zod';
import type { App } from '../../server/middleware/request-context.ts';

const FeaturesPage = z.looseObject({
  type: z.literal('FeatureCollection'),
  numberMatched: z.int(),
  numberReturned: z.int(),
  features: z.array(
    z.looseObject({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: z.looseObject({ type: z.string() }),
      properties: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
  links: z.array(z.looseObject({ href: z.string(), rel: z.string(), type: z.string().optional() })),
});
/** A page of features as clients read it. */
export type FeaturesPage = z.infer<typeof FeaturesPage>;

/** Asks for a page of a collection; the test fails where it is refused, with the reason. */
export async function readPage(app: App, path: string): Promise<FeaturesPage> {
  const response = await app.request(`/api/v1/collections/${path}`);
  const text = await response.text();
  expect(response.status, text.slice(0, 300)).toBe(200);
  return FeaturesPage.parse(JSON.parse(text));
}

/** Ids of the features on a page, in its order. */
export function idsOf({ features }: FeaturesPage): string[] {
  return features.map(({ id }) => id);
}
