import * as z from 'zod';

/** Settings of a running service, each from one environment variable, all with a default. */
const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, { error: 'PORT: expected a number from 0 to 65535' })
    .transform(Number)
    .pipe(z.number().max(65_535, { error: 'PORT: expected a number from 0 to 65535' }))
    .default(8787),
  HOST: z.string().min(1).default('localhost'),
  REPORT_URL: z
    .url({ protocol: /^https?$/, error: 'REPORT_URL: expected an http(s) address' })
    .optional(),
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_ORIGIN: expected an http(s) origin' })
    .optional(),
});

export interface Config {
  port: number;
  host: string;
  reportUrl: string | undefined;
  origin: string | undefined;
}

/** Reads the settings; throws one error that names every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is how compose files say that it is not set.
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { PORT, HOST, REPORT_URL, PUBLIC_ORIGIN } = parsed.data;
  return { port: PORT, host: HOST, reportUrl: REPORT_URL, origin: PUBLIC_ORIGIN };
}
