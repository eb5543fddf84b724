import { escapeHtml } from '../html/escape-html.ts';

/**
 * A page that leads on, for hosts that cannot redirect: a refresh, and a link for whoever is not led.
 * The empty icon keeps browsers from asking for one.
 */
export function redirectPage(location: string): string {
  const href = escapeHtml(location);
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${href}</title><meta http-equiv="refresh" content="0;url=${href}"><link rel="canonical" href="${href}">
<link rel="icon" href="data:,"></head>
<body><a href="${href}">${href}</a></body></html>
`;
}
