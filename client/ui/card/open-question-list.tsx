import type { Language } from '../../../data/schema/localized-text.ts';
import type { OpenQuestion } from '../../../data/schema/open-question.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside, formatDate } from '../../i18n/format.ts';

/** What was looked for and not found, and when. */
export function OpenQuestionList(props: {
  questions: readonly OpenQuestion[];
  language: Language;
}) {
  const { questions, language } = props;
  const { card } = catalogueOf(language);
  return (
    <ul>
      {questions.map((question) => (
        <li key={question.id}>
          {question.question[language]}
          <span class="hint">
            {aside(
              language,
              question.status === 'not-searched'
                ? card.notSearched
                : card.lookedOn(formatDate(language, question.lookedOn)),
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
