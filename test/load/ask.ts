import type { App } from '../../server/middleware/request-context.ts';
import type { Kind, Parts } from './climb.ts';

/** Asks for what some parts make, and reads all of the answer. */
export async function ask(
  { app }: { readonly app: App },
  kind: Kind,
  parts: Parts,
): Promise<{ status: number; bytes: number }> {
  const { path, body, accept = '*/*', fields } = kind.request(parts);
  const headers = { 'content-type': 'application/json', accept, ...fields };
  const response = await app.request(
    path,
    body === undefined ? { headers } : { method: 'POST', headers, body },
  );
  return { status: response.status, bytes: (await response.arrayBuffer()).byteLength };
}
