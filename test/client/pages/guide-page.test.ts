import { describe, expect, it } from 'vitest';
import { GUIDE_CLAIMS, GUIDE_TOPICS } from '../../../client/components/context/guide-topics.ts';
import { catalogueOf } from '../../../client/i18n/catalogue.ts';
import { aside } from '../../../client/i18n/grammar/format.ts';
import { renderPage } from '../../../client/server-entry.tsx';
import { claimsById } from '../../../data/core/eligibility/claims/claim-index.ts';
import { LANGUAGES } from '../../../data/core/schema/localized-text.ts';
import { createRealContext } from '../real-context.ts';

const context = await createRealContext();

describe.each(GUIDE_TOPICS)('the guide on %s', (topic) => {
  it('names only claims that the data has', () => {
    const known = claimsById(context.dataset);
    const named = Object.values<readonly string[]>(GUIDE_CLAIMS[topic]).flat();
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(LANGUAGES)(
    'has a source for each point, or says what the point is, in %s',
    async (language) => {
      const path = `/${language}/guide/${topic}`;
      const { html } = await renderPage({ path, query: new URLSearchParams() }, context);
      const { guide } = catalogueOf(language);
      const list = html.split('</h1><ul>')[1]?.split('</ul>')[0] ?? '';
      const points = list.split('<li>').slice(1);
      expect(points).toHaveLength(Object.keys(guide.topics[topic].points).length);
      for (const point of points) {
        const isMarked = Object.values(guide.kind).some((kind) =>
          point.includes(aside(language, kind)),
        );
        expect([point, /href="#c\d+"/.test(point)]).toEqual([point, !isMarked]);
      }
    },
  );
});
