import type { Socket } from 'node:net';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { PageContext } from '../../client/server-entry.tsx';
import type { IsoDate } from '../../data/core/schema/dates.ts';
import type { ReportsConfig } from '../config.ts';
import type { App, AppContext, RequestContext } from '../middleware/request-context.ts';
import { networkOf } from '../middleware/request-limit.ts';
import { type Computing, createComputing } from '../middleware/send-answer.ts';
import type { ReportsAppOptions } from './answers.ts';
import type { KnownFacts } from './check-report.ts';
import { createDailyShare, type Shares } from './daily-share.ts';
import { runLocalCommand } from './desk/desk-commands.ts';
import { createDeskRoutes } from './desk/desk-routes.ts';
import { serveLocal } from './desk/local-socket.ts';
import { createLazyStore, hasStore, openStore, type StoreStatus } from './open-store.ts';
import { createProofOfWork } from './proof-of-work.ts';
import { createCasePages, createFormTaker } from './report-pages.ts';
import { createReportRoutes } from './report-routes.ts';
import { createReports } from './reports.ts';

/** The part of the service that takes reports. */
export interface ReportsPart {
  /** Its addresses. */
  readonly app: App;
  readonly status: () => StoreStatus;
  /** Waits for what is being written, then closes the database. */
  close(): Promise<void>;
}

interface ReportsPartOptions {
  readonly config: ReportsConfig;
  /** Folder of the project, for the migrations. */
  readonly root: string;
  /** Header fields of every answer. */
  readonly fields: Readonly<Record<string, string>>;
  readonly origin?: string | undefined;
  readonly facts: () => KnownFacts;
  readonly pages: (asOf: IsoDate) => PageContext;
  readonly today: () => IsoDate;
  /** The compiled thread of the embedded database, for whoever runs the service from its source. */
  readonly script?: URL | undefined;
  /** How many reports and uses of keys a network has a day. */
  readonly shares?: Partial<Shares>;
  /** Where everything of the service is computed; a place of its own where absent. */
  readonly computing?: Pick<Computing, 'queue'> | undefined;
}

/** Puts store, proof of work, limits and addresses together. Nothing is opened before the first report or look at a case. */
export function createReportsPart(options: ReportsPartOptions): ReportsPart {
  const { config, root, fields, origin, facts, pages, today } = options;
  const { computing = createComputing() } = options;
  const { databaseUrl, dataDir, clientAddressField } = config;
  const location = {
    databaseUrl,
    dataDir,
    migrations: join(root, 'server/reports/store/migrations'),
  };
  const store = createLazyStore(
    () => openStore(location, { script: options.script, onConnection }),
    () => hasStore(location),
    Date.now,
  );
  const onConnection = (socket: Socket) =>
    void serveLocal(socket, ({ member, command }) =>
      store.use((opened) =>
        runLocalCommand(opened, command, { member, today: today(), now: Date.now }),
      ),
    );
  const proofs = createProofOfWork(() => store.use(({ cases }) => cases.secret()), Date.now);
  const reports = createReports({
    store,
    proofs,
    share: createDailyShare(options.shares),
    facts,
    today,
  });
  const appOptions: ReportsAppOptions = {
    reports,
    fields,
    pages,
    today,
    origin,
    computing,
    networkOf: (c) => networkOf(clientAddressOf(c, clientAddressField)),
  };
  const app: App = new Hono<RequestContext>({ strict: false });
  app.route('/', createReportRoutes({ ...appOptions, takeForm: createFormTaker(appOptions) }));
  app.route('/', createCasePages(appOptions));
  app.route(
    '/',
    createDeskRoutes({ store, fields, pages, today, origin, computing, now: Date.now }),
  );
  return { app, status: store.status, close: store.close };
}

/** Address of the client; the same for all where there is no socket (tests). */
function clientAddressOf(c: AppContext, field: string | undefined): string {
  if (field !== undefined) {
    // A proxy that adds to the field writes the address it saw itself at the end.
    const named = c.req.header(field)?.split(',').at(-1)?.trim();
    if (named) return named;
  }
  // Without a socket there are no bindings at all, whatever the framework's type says.
  return c.env?.incoming?.socket.remoteAddress ?? '';
}
