import type { Receipts } from '../receipts/receipts.ts';
import type { Route } from '../route.ts';
import type { LiveCollection } from './collections/live-collection.ts';
import { createApiRoute } from './openapi/api-route.ts';
import { REPORT_DOCUMENTS } from './reports/report-documents.ts';
import { createCollectionRoutes } from './routes/collection-routes.ts';
import { createConformanceRoute } from './routes/conformance-route.ts';
import {
  createDatasetRoute,
  createOperatorRoutes,
  createSourceRoutes,
} from './routes/dataset-routes.ts';
import { createEligibilityRoutes } from './routes/eligibility-routes.ts';
import { createDifferencesRoute, createRegionFactRoute } from './routes/fact-routes.ts';
import { createItemRoutes } from './routes/item-routes.ts';
import { createLandingRoute } from './routes/landing-route.ts';
import { createLocateRoutes, createPlaceRoute } from './routes/locate-routes.ts';
import { createNumberingRoutes } from './routes/numbering-routes.ts';
import { createPropertyRoutes } from './routes/property-routes.ts';
import { createMatrixSetsRoute, createTileRoutes } from './routes/tile-routes.ts';

/** What the API offers besides what it always does. */
export interface ApiOptions {
  readonly receipts?: Receipts | undefined;
  /** What takes reports: its addresses are described where there is one. */
  readonly reports?: object | undefined;
  /** False where nobody is there to cut vector tiles when they are asked for: in a static export. */
  readonly tiles?: boolean | undefined;
}

/** All documented addresses of the API, in the order of the reference. */
export function createRoutes(
  collections: readonly LiveCollection[],
  { receipts, reports, tiles = true }: ApiOptions = {},
): Route[] {
  const routes = [
    ...createEligibilityRoutes(receipts),
    ...createLocateRoutes(),
    createPlaceRoute(),
    createLandingRoute({ tiles }),
    createConformanceRoute({ tiles }),
    ...createCollectionRoutes(collections, { tiles }),
    ...collections.flatMap((collection) => [
      ...createItemRoutes(collection),
      ...createPropertyRoutes(collection),
      ...(tiles ? createTileRoutes(collection) : []),
    ]),
    ...(tiles ? [createMatrixSetsRoute()] : []),
    ...createOperatorRoutes(),
    ...createSourceRoutes(),
    createRegionFactRoute(),
    createDifferencesRoute(),
    ...createNumberingRoutes(),
    createDatasetRoute(),
  ];
  return [...routes, createApiRoute(routes, reports === undefined ? [] : REPORT_DOCUMENTS)];
}
