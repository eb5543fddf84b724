import { join, resolve } from 'node:path';
import * as z from 'zod';

/** Points per minute and address, one a request: ten a second is more than a GIS asks for while someone pans a map. */
const DEFAULT_RATE_LIMIT = 600;

const wholeNumber = (name: string, maximum: number) => {
  const error = `${name}: expected a number from 0 to ${maximum}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number().max(maximum, { error }));
};

/** Settings of a running service, each from one environment variable, all with a default. */
const Environment = z.object({
  PORT: wholeNumber('PORT', 65_535).default(8787),
  HOST: z.string().min(1).default('localhost'),
  REPORT_URL: z
    .url({ protocol: /^https?$/, error: 'REPORT_URL: expected an http(s) address' })
    .optional(),
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_ORIGIN: expected an http(s) origin' })
    // All links begin at the root of the host: a path would be dropped in silence.
    .refine((address) => !URL.canParse(address) || isOrigin(new URL(address)), {
      error:
        'PUBLIC_ORIGIN: expected scheme and host alone, such as https://map.example.org; the service has no path of its own, so give it a host of its own',
    })
    .transform((address) => new URL(address).origin)
    .optional(),
  /** 0 switches it off: behind a proxy that keeps a limit, all requests come from one address. */
  RATE_LIMIT: wholeNumber('RATE_LIMIT', 100_000_000).default(DEFAULT_RATE_LIMIT),
  ACCESS_LOG: z.enum(['on', 'off'], { error: 'ACCESS_LOG: expected on or off' }).default('on'),
  /** Folder in which scripts and styles of former builds stay; `assets` in `DATA_DIR` where absent. */
  KEPT_ASSETS_DIR: z.string().min(1).optional(),
  KEPT_ASSETS_DAYS: wholeNumber('KEPT_ASSETS_DAYS', 3_650).default(14),
  METRICS_PORT: wholeNumber('METRICS_PORT', 65_535).optional(),
  REPORTS: z.enum(['on', 'off'], { error: 'REPORTS: expected on or off' }).default('on'),
  /** PostgreSQL's own form allows no host before a local socket (`postgres://map@/map?host=/run/postgresql`), which no URL parser takes. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/\S+$/, {
      error: 'DATABASE_URL: expected a postgres:// address',
    })
    .optional(),
  DATA_DIR: z.string().min(1).default('./var'),
  /** A field that a proxy in front sets itself; one that clients can send would let each name any network. */
  CLIENT_ADDRESS_FIELD: z
    .string()
    .regex(/^[A-Za-z\d-]+$/, { error: 'CLIENT_ADDRESS_FIELD: expected the name of a header field' })
    .optional(),
});

/** Names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape);

function isOrigin({ pathname, search, hash, username, password }: URL): boolean {
  return pathname === '/' && search + hash + username + password === '';
}

interface Config {
  port: number;
  host: string;
  reportUrl: string | undefined;
  origin: string | undefined;
  /** Points per minute and address; 0: no limit. */
  rateLimit: number;
  accessLog: boolean;
  /** Folder for what the service writes: the embedded database, keys of receipts. */
  dataDir: string;
  /** Where scripts and styles of former builds stay, and for how many days; absent where none do. */
  keptAssets: KeptAssetsConfig | undefined;
  /** Port of `/metrics`; absent where there is none. */
  metricsPort: number | undefined;
  /** Absent where no reports are taken. */
  reports: ReportsConfig | undefined;
}

/** Where scripts and styles of former builds stay. */
export interface KeptAssetsConfig {
  folder: string;
  /** For so many after they were last current. */
  days: number;
  /** Whether the folder was named: one that cannot be written to is then no service at all, else only no former builds. */
  isNamed: boolean;
}

/** Where reports are stored, and who sends them. */
export interface ReportsConfig {
  /** A PostgreSQL server; the embedded database in `dataDir` where absent. */
  databaseUrl: string | undefined;
  /** Folder for what the service writes. */
  dataDir: string;
  /** Header field in which a proxy names the client; the socket's address where absent. */
  clientAddressField: string | undefined;
}

/** Reads the settings; throws one error that names every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is how compose files say that it is not set.
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { PORT, HOST, REPORT_URL, PUBLIC_ORIGIN, RATE_LIMIT, ACCESS_LOG } = parsed.data;
  const { KEPT_ASSETS_DIR, KEPT_ASSETS_DAYS, METRICS_PORT } = parsed.data;
  const { REPORTS, DATABASE_URL, DATA_DIR, CLIENT_ADDRESS_FIELD } = parsed.data;
  const reports = {
    databaseUrl: DATABASE_URL,
    dataDir: resolve(DATA_DIR),
    clientAddressField: CLIENT_ADDRESS_FIELD?.toLowerCase(),
  };
  return {
    port: PORT,
    host: HOST,
    reportUrl: REPORT_URL,
    origin: PUBLIC_ORIGIN,
    rateLimit: RATE_LIMIT,
    accessLog: ACCESS_LOG === 'on',
    dataDir: reports.dataDir,
    keptAssets:
      KEPT_ASSETS_DAYS === 0
        ? undefined
        : {
            folder: resolve(KEPT_ASSETS_DIR ?? join(DATA_DIR, 'assets')),
            days: KEPT_ASSETS_DAYS,
            isNamed: KEPT_ASSETS_DIR !== undefined,
          },
    metricsPort: METRICS_PORT,
    reports: REPORTS === 'on' ? reports : undefined,
  };
}
