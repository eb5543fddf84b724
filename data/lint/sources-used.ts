import { referencesIn } from './references.ts';
import type { Rule } from './rule.ts';

/** A source that nothing cites is a fact that somebody forgot to write down, or a leftover. */
export const sourcesUsed: Rule = {
  name: 'sources-used',
  description: 'every source is cited by something',
  scope: 'dataset',
  check(data) {
    const cited = new Set(
      referencesIn(data)
        .filter(({ kind }) => kind === 'source')
        .map(({ id }) => id),
    );
    return data.sources
      .filter(({ value }) => !cited.has(value.id))
      .map(({ file, value }) => ({
        level: 'error',
        file,
        path: '',
        message: `nothing cites the source ${value.id}`,
        tip: 'name it in the sourceIds of the claim it supports, or delete the file',
      }));
  },
};
