import { join } from 'node:path';
import type { PageContext } from '../client/server-entry.tsx';
import type { IsoDate } from '../data/core/schema/dates.ts';
import { createCollections } from './api/collections/create-collections.ts';
import type { LiveCollection } from './api/collections/live-collection.ts';
import { createRoutes } from './api/create-api.ts';
import { type AppOptions, type AppParts, createApp } from './app.ts';
import type { KeptAssetsConfig } from './config.ts';
import { loadService } from './load-service.ts';
import { MCP_PATH, TOOL_DOCUMENTS } from './mcp/create-mcp.ts';
import { renderLlmsText } from './meaning.ts';
import { cacheControl, commonHeaders } from './middleware/answer.ts';
import type { GiveWay } from './middleware/fair-queue.ts';
import { ProblemError } from './middleware/problem.ts';
import { createProblemHandler } from './middleware/refusals.ts';
import type { App } from './middleware/request-context.ts';
import { type Computing, createComputing, type PreparedAnswer } from './middleware/send-answer.ts';
import { createRouteAnswers } from './route.ts';
import type { Service } from './service.ts';
import type { Site } from './site/create-site.ts';
import { keepAssets } from './site/kept-assets.ts';
import { loadSiteFiles } from './site/load-files.ts';
import { loadPages } from './site/load-pages.ts';

/** The service in one piece, and the parts that say which addresses it has. */
export interface LoadedApp extends AppParts {
  readonly app: App;
  readonly collections: readonly LiveCollection[];
  /** The files that this release brought itself. */
  readonly ownFiles: Site['files'];
  /** What pages are a function of on a day. */
  readonly contextOn: (asOf: IsoDate) => PageContext;
  /** Works out the features of today, which the first collection would wait for; in slices, as one client. */
  readonly prepareCollections: () => Promise<void>;
  /** Lets go what is kept of former requests, to make room for the data that come next; all of it can be made again. */
  readonly letGo: () => void;
  /** Says once a day that the scripts and styles of this build are still current; absent where none are kept. */
  readonly touchAssets: (() => Promise<void>) | undefined;
}

/** What the service is loaded for. */
export interface LoadOptions extends AppOptions {
  readonly today: () => IsoDate;
  /** Told of errors that are the server's own. */
  readonly onFault: (error: unknown) => void;
  /** Whether vector tiles are cut when they are asked for; so where absent. */
  readonly tiles?: boolean | undefined;
  /** Public origin for links; that of each request where absent, addresses without origin where empty. */
  readonly origin?: string | undefined;
  readonly reportUrl?: string | undefined;
  /** Where scripts and styles of former builds stay, and for how many days. */
  readonly keptAssets?: Readonly<KeptAssetsConfig> | undefined;
  /** Files that former releases brought, the latest first: pages that are open may still ask for those named by their content. */
  readonly previousFiles?: readonly Site['files'][] | undefined;
  /** Where everything is computed that is not at hand; one for all data that are loaded one after the other. */
  readonly computing?: Computing | undefined;
}

/**
 * Loads the built project into the function that answers requests.
 *
 * @param root folder of the project
 * @throws Error naming the file that is missing or does not fit, and how to build it.
 */
export async function loadApp(root: string, options: LoadOptions): Promise<LoadedApp> {
  const { today, onFault, origin, reportUrl, computing = createComputing() } = options;
  const headers = commonHeaders({ https: origin?.startsWith('https:') ?? false });
  const service = await loadService(join(root, 'data/dist'), today);
  const collections = createCollections(service);
  const routes = createRoutes(collections, options);
  const llmsText = renderLlmsText({
    ...service,
    routes: routes.map(({ document }) => document),
    ...(options.mcp === false ? {} : { tools: { path: MCP_PATH, documents: TOOL_DOCUMENTS } }),
    origin,
  });
  const files = await loadSiteFiles(root, service, { headers, origin, llmsText });
  const { keptAssets: wanted } = options;
  const keptAssets =
    wanted &&
    (await keepAssets(wanted.folder, files, {
      days: wanted.days,
      now: Date.now,
      headers,
    }).catch((error: unknown) => {
      if (wanted.isNamed) throw error;
      onFault(error instanceof Error ? error.message : error);
      return undefined;
    }));
  const { pages, contextOn } = await loadPages(root, service, {
    headers,
    queue: computing.queue,
    origin,
    reportUrl,
  });
  const answers = createRouteAnswers(service, headers);
  const parts = {
    service,
    collections,
    routes,
    answers,
    headers,
    handleProblem: createProblemHandler(headers, onFault),
    onFault,
    site: {
      files: new Map([
        ...(keptAssets?.files ?? []),
        ...(options.previousFiles ?? []).toReversed().flatMap(immutable),
        ...files,
      ]),
      pages,
    },
    ownFiles: files,
    touchAssets: keptAssets?.touch,
    letGo() {
      answers.letGo();
      for (const collection of collections) collection.letGo();
    },
    prepareCollections: () => prepareAll(service, collections, computing),
    computing,
    contextOn,
    origin,
  };
  return { ...parts, app: createApp(parts, options) };
}

/** Who works out the features before anybody asks: a client like all others, since nobody waits for it yet. */
const AHEAD = 'ahead of all requests';

/** Searches that take each way to a name, of which the first in either script makes its index: whole names, and misspelt ones. */
const SEARCHED_AHEAD = ['Казань', 'Казнань', 'Kazan', 'Kaznan'];

/**
 * Works out the features of today, and what names are searched in. Where others leave no time for it in time, they find as much
 * done as there was time for. What cuts tiles waits for the first of them: it takes a twentieth of the memory, and whoever asks
 * for that tile waits for a tenth of a second while all others are answered.
 */
async function prepareAll(
  service: Service,
  collections: readonly LiveCollection[],
  { queue }: Computing,
): Promise<void> {
  const features = collections.map((collection) => async (giveWay: GiveWay) => {
    await collection.prepare(service.today(), giveWay);
    await collection.prepareExtents(giveWay);
  });
  const searches = SEARCHED_AHEAD.map((name) => () => void service.findPlaces(name, 1));
  for (const task of [...features, ...searches]) {
    try {
      await queue.run(AHEAD, task);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }
}

/** Files that browsers may keep for ever, since their names tell their content. */
function immutable(files: Site['files']): [string, PreparedAnswer][] {
  const kept = cacheControl('immutable');
  return [...files].filter(([, { fields }]) => fields.includes(kept));
}
