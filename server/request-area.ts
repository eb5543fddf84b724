/** The part of the service that an address belongs to, in few words whatever is asked for: labels are kept for ever. */
export function areaOf(path: string): string {
  if (path.startsWith('/api/')) return 'api';
  if (/^\/(?:assets|data|downloads|og|types)\//.test(path)) return 'files';
  if (path === '/mcp') return 'mcp';
  return path === '/healthz' || path === '/readyz' ? 'probes' : 'pages';
}
