import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../client/i18n/catalogue.ts';
import { aside } from '../../../client/i18n/format.ts';
import { GUIDE_CLAIMS, GUIDE_TOPICS } from '../../../client/pages/guide-topics.ts';
import { renderPage } from '../../../client/server-entry.tsx';
import { claimsById } from '../../../data/eligibility/claims-by-id.ts';
import { LANGUAGES } from '../../../data/schema/localized-text.ts';
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
