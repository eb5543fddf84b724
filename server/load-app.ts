import { join } from 'node:path';
import type { IsoDate } from '../data/core/schema/dates.ts';
import { createCollections } from './api/collections/create-collections.ts';
import type { LiveCollection } from './api/collections/live-collection.ts';
import { createRoutes } from './api/create-routes.ts';
import { createApp } from './app.ts';
import { loadService } from './load-service.ts';
import { createAnswering } from './middleware/answering.ts';
import { standingHeaders } from './middleware/common-headers.ts';
import { createShortWay, type ShortWay } from './middleware/fast-path.ts';
import { createRefuse, type Refuse } from './middleware/problem-response.ts';
import type { App } from './middleware/request-context.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';
import { loadSite } from './site/load-site.ts';
import { loadSiteFiles } from './site/load-site-files.ts';

/** The service in one piece, and the parts that say which addresses it has. */
export interface LoadedApp {
  readonly app: App;
  readonly shortWay: ShortWay;
  readonly refuse: Refuse;
  readonly service: Service;
  readonly routes: readonly Route[];
  readonly collections: readonly LiveCollection[];
  /** Addresses that are files: built browser files, downloads. */
  readonly fileAddresses: readonly string[];
}

/**
 * Loads the built project into the function that answers requests.
 *
 * @param root folder of the project
 * @throws Error naming the file that is missing or does not fit, and how to build it.
 */
export async function loadApp(
  root: string,
  options: {
    today: () => IsoDate;
    onFault: (error: unknown) => void;
    /** Public origin for links; that of each request where absent, addresses without origin where empty. */
    origin?: string | undefined;
    reportUrl?: string | undefined;
  },
): Promise<LoadedApp> {
  const { today, onFault, origin, reportUrl } = options;
  const standing = standingHeaders({ https: origin?.startsWith('https:') ?? false });
  const service = await loadService(join(root, 'data/dist'), today);
  const files = await loadSiteFiles(root, service, { standing, origin });
  const site = await loadSite(root, service, { standing, files, origin, reportUrl });
  const collections = createCollections(service);
  const routes = createRoutes(collections);
  const answering = createAnswering(service, standing);
  const refuse = createRefuse(standing);
  const app = createApp({ service, routes, answering, site, standing, refuse, origin, onFault });
  const shortWay = createShortWay({ routes, files, answering, origin });
  return { app, shortWay, refuse, service, routes, collections, fileAddresses: [...files.keys()] };
}
