import { VERDICTS } from '../../data/schema/verdict.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { colon, counted, sentenceGap } from '../i18n/format.ts';
import { isOutsideMap } from '../ui/outside-map.ts';
import { VerdictMark } from '../ui/verdict-icon.tsx';
import type { OperatorPageProps } from './operator-about.tsx';

/** How many regions have which answer with this operator, or why it has none anywhere. */
export function OperatorAnswers(props: OperatorPageProps) {
  const { context, language, operator } = props;
  const { operator: words } = catalogueOf(language);
  return (
    <>
      <h2>{words.answers}</h2>
      {isOutsideMap(context.dataset, operator.id) ? (
        <p>
          {words.outside}
          {sentenceGap(language)}
          <a href={`/${language}/about#borders`}>{words.outsideWhy}</a>
        </p>
      ) : (
        <AnswerCounts {...props} />
      )}
    </>
  );
}

function AnswerCounts({ context, language, operator }: OperatorPageProps) {
  const words = catalogueOf(language);
  const verdicts = context.dataset.regions.flatMap(
    (region) =>
      context.assess(region.id).operators.find((each) => each.operatorId === operator.id)
        ?.verdict ?? [],
  );
  return (
    <>
      <ul class="plain">
        {VERDICTS.toReversed().map((verdict) => {
          const count = verdicts.filter((each) => each === verdict).length;
          return count === 0 ? null : (
            <li key={verdict}>
              <VerdictMark verdict={verdict} /> {words.verdictNames[verdict]}
              {colon(language)}
              {counted(language, count, words.mapPage.regionCount)}
            </li>
          );
        })}
      </ul>
      <p>
        <a href={`/${language}/compare?operator=${operator.id}`}>{words.operator.byRegion}</a>
      </p>
    </>
  );
}
