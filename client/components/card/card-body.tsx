import { catalogueOf } from '../../i18n/catalogue.ts';
import { colon, sentenceGap } from '../../i18n/grammar/format.ts';
import { byName } from '../../i18n/grammar/names.ts';
import { reportHref } from '../context/reports.ts';
import { ActionCard } from './action-card.tsx';
import type { CardModel } from './card-model.ts';
import { Part, type PartProps } from './card-part.tsx';
import { EvidenceList, OpenQuestionList } from './citations.tsx';
import { ChangeList, StepList } from './next-steps.tsx';
import { OperatorsPart } from './operators-part.tsx';
import { LocalExceptionList, RestrictionList } from './restriction-list.tsx';

/** Share, print, copy, download, embed, report. Buttons work by script and are hidden without it. */
function CardActions({ model, reportUrl }: { model: CardModel; reportUrl?: string | undefined }) {
  const { card, page } = catalogueOf(model.language);
  const { language, region } = model;
  return (
    <p class="acts">
      <a href={`/${language}/regions/${region.id}`}>{card.share}</a>
      <button type="button" data-action="print">
        {card.print}
      </button>
      <button
        type="button"
        data-action="copy-text"
        data-source={`/${language}/text/${region.id}.txt`}
        data-done={card.copied}
        data-failed={page.notCopied}
      >
        {card.copy}
      </button>
      <a
        href={`/api/v1/collections/regions/items/${region.id}?f=json`}
        download={`${region.id}.geojson`}
      >
        {card.download}
      </a>
      <a href={`/${language}/embed-code/${region.id}`}>{card.embed}</a>
      {reportUrl !== undefined && (
        <a href={reportHref(reportUrl, language, { region: region.id })}>{card.report}</a>
      )}
    </p>
  );
}

function CardHead({ model, place, reportUrl }: PartProps & { reportUrl?: string | undefined }) {
  const { language, region, action } = model;
  const { card } = catalogueOf(language);
  const name = region.name[language];
  return (
    <>
      {place === 'page' ? <h1>{name}</h1> : <h2>{name}</h2>}
      <ActionCard model={action} reportUrl={reportUrl} />
      <p class="hint">
        {[card.forWhom, card.contractNote].join(sentenceGap(language))}
        {sentenceGap(language)}
        <a href={`/${language}/check?region=${region.id}`}>{card.ownFamily}</a>
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

/** What a card says beside the answer: where errors are reported, and what families reported of the region. */
interface BesideAnswer {
  reportUrl?: string | undefined;
  families?: { title: string; text: string } | undefined;
}

/** The whole answer for a region, drawn from a model: the same on the server and in the browser. */
export function CardBody(props: PartProps & BesideAnswer) {
  const { model, place, reportUrl, families } = props;
  const { assessment, language, region } = model;
  const { card } = catalogueOf(language);
  return (
    <article class="card" data-region={region.id}>
      <CardHead model={model} place={place} reportUrl={reportUrl} />
      {families !== undefined && (
        <p>
          <a href={`/${language}/regions/${region.id}#families`}>{families.title}</a>
          {colon(language) + families.text}
        </p>
      )}
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
