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
    .transform((address) => new URL(address).origin)
    .optional(),
  /** 0 switches it off: behind a proxy that keeps a limit, all requests come from one address. */
  RATE_LIMIT: wholeNumber('RATE_LIMIT', 100_000_000).default(DEFAULT_RATE_LIMIT),
  ACCESS_LOG: z.enum(['on', 'off'], { error: 'ACCESS_LOG: expected on or off' }).default('on'),
});

export interface Config {
  port: number;
  host: string;
  reportUrl: string | undefined;
  origin: string | undefined;
  /** Points per minute and address; 0: no limit. */
  rateLimit: number;
  accessLog: boolean;
}

/** Reads the settings; throws one error that names every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is how compose files say that it is not set.
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { PORT, HOST, REPORT_URL, PUBLIC_ORIGIN, RATE_LIMIT, ACCESS_LOG } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    reportUrl: REPORT_URL,
    origin: PUBLIC_ORIGIN,
    rateLimit: RATE_LIMIT,
    accessLog: ACCESS_LOG === 'on',
  };
}
