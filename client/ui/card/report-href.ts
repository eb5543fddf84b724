/** Address for reporting a mistake, filled in with what it is about. */
export function reportHref(reportUrl: string, about: Readonly<Record<string, string>>): string {
  const url = new URL(reportUrl);
  for (const [name, value] of Object.entries(about)) url.searchParams.set(name, value);
  return url.href;
}
