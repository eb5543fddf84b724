import type { Dataset } from '../../data/core/schema/dataset.ts';
import type { RegionId } from '../../data/core/schema/ids.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { type ExperienceCount, Outcome } from '../../data/core/schema/report.ts';
import { reportWordsOf } from '../i18n/catalogue.ts';
import { aside, colon, comma, formatDate } from '../i18n/grammar/format.ts';
import { createNames, type Names } from '../i18n/grammar/names.ts';

/** What families reported of a region, each count with its number and span; nothing where nobody did. */
export function FamiliesSay(props: { dataset: Dataset; regionId: RegionId; language: Language }) {
  const { dataset, regionId, language } = props;
  const words = reportWordsOf(language);
  const names = createNames({ dataset }, language);
  const counts = dataset.experiences.filter((count) => count.regionId === regionId);
  if (counts.length === 0) return null;
  return (
    <section class="part" id="families">
      <h2>{words.familiesSay}</h2>
      <ul>
        {counts.map((count) => (
          <li key={`${count.operatorId} ${count.tried}`}>
            {experienceText(count, names, language)}
          </li>
        ))}
      </ul>
      <p class="hint">{words.familiesNote}</p>
    </section>
  );
}

/** `MTS, one bundle for several lines: 7 of 9: it worked, since March 2026` */
export function experienceText(count: ExperienceCount, names: Names, language: Language): string {
  const subject = [
    names.operator(count.operatorId) ?? count.operatorId,
    reportWordsOf(language).triedWords[count.tried],
  ];
  return subject.join(comma(language)) + colon(language) + countText(count, language);
}

/** `7 of 9: it worked, since March 2026`; below three reports only that there are some. */
export function countText(count: ExperienceCount, language: Language): string {
  const words = reportWordsOf(language);
  if (count.size === 'some') return words.some;
  const outcomes = Outcome.options.flatMap((outcome) => {
    const reported = count.outcomes[outcome];
    return reported === undefined
      ? []
      : [words.countOf(reported, count.total, words.outcomeWords[outcome])];
  });
  const since = words.familiesSince(formatDate(language, count.since));
  const few = count.size === 'few' ? aside(language, words.few) : '';
  return [...outcomes, since].join(comma(language)) + few;
}
