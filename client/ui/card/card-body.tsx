import type { ComponentChildren } from 'preact';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatDate, sentenceGap } from '../../i18n/format.ts';
import { VerdictMark } from '../verdict-icon.tsx';
import { AxisList } from './axis-list.tsx';
import { CardActions } from './card-actions.tsx';
import { type CardInput, type CardModel, createCardModel } from './card-model.ts';
import { EvidenceList } from './evidence-list.tsx';
import { LocalExceptionList } from './local-exceptions.tsx';
import { ChangeList, StepList } from './next-steps.tsx';
import { OpenQuestionList } from './open-question-list.tsx';
import { OperatorDetails } from './operator-details.tsx';
import { OperatorNames } from './operator-names.tsx';
import { RestrictionList } from './restriction-list.tsx';

/** `page`: the region's own page, with a heading of the first level. `panel`: beside the map. */
export type CardPlace = 'page' | 'panel';

function Part({
  title,
  place,
  children,
}: {
  title: string;
  place: CardPlace;
  children: ComponentChildren;
}) {
  return (
    <section>
      {place === 'page' ? <h2>{title}</h2> : <h3>{title}</h3>}
      {children}
    </section>
  );
}

function CardHead({ model, place }: { model: CardModel; place: CardPlace }) {
  const { card } = catalogueOf(model.language);
  const { verdict, asOf } = model.assessment;
  const name = model.region.name[model.language];
  return (
    <>
      <p class="over">{card.contractRegion}</p>
      {place === 'page' ? <h1>{name}</h1> : <h2>{name}</h2>}
      <p class="verdict" data-verdict={verdict}>
        <VerdictMark verdict={verdict} />
        <strong>{model.sentence}</strong>
      </p>
      <p class="hint">
        {[card.answerOf(formatDate(model.language, asOf)), card.contractNote, card.forWhom].join(
          sentenceGap(model.language),
        )}
        {sentenceGap(model.language)}
        <a href={`/${model.language}/check#region=${model.region.id}`}>{card.ownFamily}</a>
      </p>
    </>
  );
}

/** The whole answer for a region: a function of its arguments, the same on the server and in the browser. */
export function CardBody(props: CardInput & { place: CardPlace; reportUrl?: string | undefined }) {
  const { place, reportUrl } = props;
  const model = createCardModel(props);
  if (model === undefined) return null;
  const { assessment, language, region } = model;
  const { card } = catalogueOf(language);
  // A region's page has 14 KB in all, which its evidence takes; the guide has the way to the plans there.
  const withSteps = place === 'panel';
  return (
    <article class="card" data-region={region.id}>
      <CardHead model={model} place={place} />
      {model.conditions.length > 0 && (
        <Part title={card.conditions} place={place}>
          <ul>
            {model.describe.conditions(model.conditions).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={card.operators} place={place}>
        {model.rows.map((row) => (
          <OperatorDetails key={row.operator.id} model={model} row={row} withSteps={withSteps} />
        ))}
        {model.refused.length > 0 && <p class="lead">{card.notHere}</p>}
        {model.refused.map((row) => (
          <OperatorDetails key={row.operator.id} model={model} row={row} withSteps={withSteps} />
        ))}
        <OperatorNames title={card.silent} operators={model.silent} language={language} />
        <OperatorNames title={card.absent} operators={model.absent} language={language} />
        {model.familyAxes.length > 0 && <p class="lead">{card.family}</p>}
        {model.familyAxes.length > 0 && <AxisList model={model} axes={model.familyAxes} />}
      </Part>
      {model.exceptions.length > 0 && (
        <Part title={card.exceptions} place={place}>
          <LocalExceptionList model={model} />
        </Part>
      )}
      {assessment.steps.length > 0 && (
        <Part title={card.steps} place={place}>
          <StepList model={model} steps={assessment.steps} />
        </Part>
      )}
      {assessment.changes.length > 0 && (
        <Part title={card.changes} place={place}>
          <ChangeList model={model} sets={assessment.changes} />
        </Part>
      )}
      {assessment.restrictionIds.length > 0 && (
        <Part title={card.restrictions} place={place}>
          <p class="hint">{card.restrictionsNote}</p>
          <RestrictionList model={model} />
        </Part>
      )}
      {model.openQuestions.length > 0 && (
        <Part title={card.open} place={place}>
          <OpenQuestionList questions={model.openQuestions} language={language} />
        </Part>
      )}
      <Part title={card.evidence} place={place}>
        <EvidenceList
          citations={model.citations.list}
          language={language}
          asOf={assessment.asOf}
          names={model.names}
          reportUrl={reportUrl}
          regionId={region.id}
        />
      </Part>
      {region.neighbours.length > 0 && (
        <Part title={card.neighbours} place={place}>
          <p class="near">
            {region.neighbours.map((id) => (
              // Only beside the map does a link open another card; a page is the lighter without the mark.
              <a
                key={id}
                href={`/${language}/regions/${id}`}
                data-region={place === 'panel' ? id : undefined}
              >
                {model.names.region(id)}
              </a>
            ))}
          </p>
        </Part>
      )}
      <Part title={card.actions} place={place}>
        <CardActions model={model} reportUrl={reportUrl} />
      </Part>
    </article>
  );
}
