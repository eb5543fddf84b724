import type { LiveCollection } from './collections/live-collection.ts';
import type { Route } from './route.ts';
import { createApiRoute } from './routes/api-route.ts';
import { createCollectionRoutes } from './routes/collection-routes.ts';
import { createConformanceRoute } from './routes/conformance-route.ts';
import { createDatasetRoute } from './routes/dataset-route.ts';
import { createEligibilityRoutes } from './routes/eligibility-routes.ts';
import { createItemRoutes } from './routes/item-routes.ts';
import { createLandingRoute } from './routes/landing-route.ts';
import { createLocateRoutes } from './routes/locate-routes.ts';
import { createNumberingRoutes } from './routes/numbering-routes.ts';
import { createOperatorRoutes } from './routes/operator-routes.ts';
import { createPlaceRoute } from './routes/place-route.ts';
import { createPropertyRoutes } from './routes/property-routes.ts';
import { createSourceRoutes } from './routes/source-routes.ts';

/** All documented addresses of the API, in the order of the reference. */
export function createRoutes(collections: readonly LiveCollection[]): Route[] {
  const routes = [
    ...createEligibilityRoutes(),
    ...createLocateRoutes(),
    createPlaceRoute(),
    createLandingRoute(),
    createConformanceRoute(),
    ...createCollectionRoutes(collections),
    ...collections.flatMap((collection) => [
      ...createItemRoutes(collection),
      ...createPropertyRoutes(collection),
    ]),
    ...createOperatorRoutes(),
    ...createSourceRoutes(),
    ...createNumberingRoutes(),
    createDatasetRoute(),
  ];
  return [...routes, createApiRoute(routes)];
}
