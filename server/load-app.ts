import { join } from 'node:path';
import type { IsoDate } from '../data/schema/dates.ts';
import { createAnswering } from './answering.ts';
import { createApp } from './app.ts';
import { createCollections } from './collections/create-collections.ts';
import type { LiveCollection } from './collections/live-collection.ts';
import { createRoutes } from './create-routes.ts';
import type { App } from './edge.ts';
import { createRefuse, type Refuse } from './http/problem-response.ts';
import { standingHeaders } from './http/standing-headers.ts';
import { loadService } from './load-service.ts';
import { loadSite } from './load-site.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';
import { createShortWay, type ShortWay } from './short-way.ts';
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
