import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { ActionModel } from '../../components/card/action-model.ts';
import { VerdictMark } from '../../components/verdict-icon.tsx';
import { catalogueOf } from '../../i18n/catalogue.ts';

/** The answer in a line that stays in view while the form is filled in, and leads to the whole of it. */
export function AnswerBar({
  model,
  isDue,
  language,
}: {
  model: ActionModel | undefined;
  /** Whether without a model there will be none: before, nothing is said that would be taken back at once. */
  isDue: boolean;
  language: Language;
}) {
  const { check, action, verdictNames } = catalogueOf(language);
  return (
    <p class="answer-bar" data-verdict={model?.verdict ?? 'unknown'} data-support={model?.support}>
      <VerdictMark verdict={model?.verdict ?? 'unknown'} />
      <span role="status">
        {model === undefined ? (
          isDue && check.noRegion
        ) : (
          <>
            <b>{verdictNames[model.verdict]}</b> <small>{action.supportShort[model.support]}</small>
          </>
        )}
      </span>
      {model !== undefined && <a href="#result">{check.toAnswer}</a>}
    </p>
  );
}
