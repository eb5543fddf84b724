import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { ActionModel } from '../../components/card/action-model.ts';
import { VerdictMark } from '../../components/verdict-icon.tsx';
import { catalogueOf } from '../../i18n/catalogue.ts';

/** The answer in a line that stays in view while the form is filled in, and leads to the whole of it. */
export function AnswerBar({
  model,
  language,
}: {
  model: ActionModel | undefined;
  language: Language;
}) {
  const { check, action, verdictNames } = catalogueOf(language);
  return (
    <p class="answer-bar" data-verdict={model?.verdict ?? 'unknown'} data-support={model?.support}>
      <VerdictMark verdict={model?.verdict ?? 'unknown'} />
      <span role="status">
        {model === undefined ? (
          check.noRegion
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
