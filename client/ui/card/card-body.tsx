import { byName } from '../../i18n/by-name.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatDate, sentenceGap } from '../../i18n/format.ts';
import { VerdictMark } from '../verdict-icon.tsx';
import { CardActions } from './card-actions.tsx';
import { type CardInput, createCardModel } from './card-model.ts';
import { type CardPlace, Part, type PartProps } from './card-part.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { LocalExceptionList } from './local-exceptions.tsx';
import { ChangeList, StepList } from './next-steps.tsx';
import { OpenQuestionList } from './open-question-list.tsx';
import { OperatorsPart } from './operators-part.tsx';
import { RestrictionList } from './restriction-list.tsx';

function CardHead({ model, place }: PartProps) {
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

/** What to do, what would change the answer, what is in force now, what was not found. */
function Outlook({ model, place }: PartProps) {
  const { assessment, openQuestions, language } = model;
  const { card } = catalogueOf(language);
  return (
    <>
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
      {openQuestions.length > 0 && (
        <Part title={card.open} place={place}>
          <OpenQuestionList questions={openQuestions} language={language} />
        </Part>
      )}
    </>
  );
}

function Neighbours({ model, place }: PartProps) {
  const { region, language, names } = model;
  if (region.neighbours.length === 0) return null;
  const nameOf = (id: string): string => names.region(id) ?? id;
  return (
    <Part title={catalogueOf(language).card.neighbours} place={place}>
      <p class="near">
        {byName(language, region.neighbours, nameOf).map((id) => (
          // Only beside the map does a link open another card; a page is the lighter without the mark.
          <a
            key={id}
            href={`/${language}/regions/${id}`}
            data-region={place === 'panel' ? id : undefined}
          >
            {nameOf(id)}
          </a>
        ))}
      </p>
    </Part>
  );
}

/** The whole answer for a region: a function of its arguments, the same on the server and in the browser. */
export function CardBody(props: CardInput & { place: CardPlace; reportUrl?: string | undefined }) {
  const { place, reportUrl } = props;
  const model = createCardModel(props);
  if (model === undefined) return null;
  const { assessment, language, region } = model;
  const { card } = catalogueOf(language);
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
      <OperatorsPart model={model} place={place} />
      {model.exceptions.length > 0 && (
        <Part title={card.exceptions} place={place}>
          <LocalExceptionList model={model} />
        </Part>
      )}
      <Outlook model={model} place={place} />
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
      <Neighbours model={model} place={place} />
      <Part title={card.actions} place={place}>
        <CardActions model={model} reportUrl={reportUrl} />
      </Part>
    </article>
  );
}
