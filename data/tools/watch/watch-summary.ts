import type { Watched } from './watch-sources.ts';

const HEADINGS = {
  changed: 'Changed',
  moved: 'Moved',
  gone: 'Gone',
  failed: 'Not read this time',
  forbidden: 'Not read: their owners ask not to',
  first: 'Read for the first time',
} as const;

/** The run in words: counts first, then what a person has to look at, with the claims that hang on it. */
export function watchSummary(watched: readonly Watched[]): string {
  const of = (state: Watched['state']) => watched.filter((one) => one.state === state);
  const counts = `${watched.length} sources: ${of('same').length} the same, ${of('first').length} new, ${of('changed').length} changed, ${of('moved').length} moved, ${of('gone').length} gone, ${of('failed').length} not read, ${of('forbidden').length} not allowed.`;
  const sections = Object.entries(HEADINGS).flatMap(([state, heading]) => {
    const ones = watched.filter((one) => one.state === state);
    if (ones.length === 0 || state === 'first') return [];
    return [`${heading}:`, ...ones.map(describe), ''];
  });
  return [counts, '', ...sections].join('\n').trimEnd();
}

function describe(one: Watched): string {
  const claims =
    one.claimIds.length === 0 ? 'no claim hangs on it' : `claims: ${one.claimIds.join(', ')}`;
  const lines =
    'difference' in one ? one.difference.split('\n') : 'reason' in one ? [one.reason] : [];
  return [
    `  ${one.sourceId}  ${one.url}`,
    `    ${claims}`,
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
}

/**
 * What a scheduler is told: 0, all is as it was; 2, something changed and waits at the desk; 3, nothing changed but some could
 * not be read. 1 stays for a run that could not be done.
 */
export function exitStatusOf(watched: readonly Watched[]): 0 | 2 | 3 {
  if (watched.some(({ state }) => state === 'changed' || state === 'moved' || state === 'gone'))
    return 2;
  return watched.some(({ state }) => state === 'failed') ? 3 : 0;
}
