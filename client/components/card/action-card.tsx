import { catalogueOf } from '../../i18n/catalogue.ts';
import {
  aside,
  colon,
  comma,
  listComma,
  semicolon,
  sentenceGap,
} from '../../i18n/grammar/format.ts';
import { reportHref } from '../context/reports.ts';
import { VerdictMark } from '../verdict-icon.tsx';
import type { ActionModel } from './action-model.ts';
import type { Offer, Reach } from './offers.ts';

/** The answer in a sentence, with how well it is known here and since when. */
function Answer({ model }: { model: ActionModel }) {
  const { verdict, support, sentence, supportText, dateText } = model;
  return (
    <div class="verdict" data-verdict={verdict} data-support={support}>
      <VerdictMark verdict={verdict} />
      <p>
        <strong>{sentence}</strong>
        <span class="support">{supportText}</span> <small>{dateText}</small>
      </p>
    </div>
  );
}

function ReachLink({ reach }: { reach: Reach }) {
  const { kind, href, text } = reach;
  if (href === undefined) return <>{text}</>;
  return (
    <a href={href} rel={kind.startsWith('phone') ? undefined : 'nofollow'}>
      {text}
    </a>
  );
}

/** The ways beside the call: what each is stands before it where its text does not say so. */
function OtherReaches({ offer, language }: { offer: Offer; language: ActionModel['language'] }) {
  const { action } = catalogueOf(language);
  const { call, others } = offer;
  if (others.length === 0) return call === undefined ? <small>{action.noContact}</small> : null;
  const hasNumber = call !== undefined;
  return (
    <small class="reach">
      {!hasNumber && action.noNumber + sentenceGap(language)}
      {others.map((reach, index) => (
        <span key={reach.kind}>
          {index > 0 && listComma(language)}
          <ReachLink reach={reach} />
          {reach.label !== '' && reach.label !== reach.text && aside(language, reach.label)}
        </span>
      ))}
    </small>
  );
}

function OfferItem({ offer, language }: { offer: Offer; language: ActionModel['language'] }) {
  const { action } = catalogueOf(language);
  const { operator, planText, priceText, call } = offer;
  return (
    <li>
      <a class="who" href={`/${language}/operators/${operator.id}`}>
        {operator.brand[language]}
      </a>
      {call !== undefined && (
        <a class="call" href={call.href} aria-label={action.call(call.text)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3.6 1l2.6 3.2-1.4 1.9a9.5 9.5 0 0 0 5.1 5.1l1.9-1.4 3.2 2.6-.6 2.1c-.2.6-.7 1-1.3 1C6.6 15.5.5 9.400.5 2.900c0-.6.4-1.1 1-1.3z" />
          </svg>
          {call.text}
        </a>
      )}
      <small>
        {planText}
        {semicolon(language)}
        {priceText}
      </small>
      <OtherReaches offer={offer} language={language} />
    </li>
  );
}

/** What paper needs besides: the question, the sources by their addresses, a code that leads back here, and the signed receipt. */
function Sheet({ model }: { model: ActionModel }) {
  const { language, region, sources, receipt } = model;
  const { card, action } = catalogueOf(language);
  return (
    <div class="sheet">
      <div class="qr" data-qr={`/${language}/regions/${region.id}`} />
      <p>{card.forWhom}</p>
      <p>
        {action.sources}
        {colon(language)}
      </p>
      <ul>
        {sources.map(({ url, publisher, day }) => (
          <li key={url}>
            {publisher}
            {comma(language)}
            {day}
            {colon(language)}
            {url}
          </li>
        ))}
      </ul>
      {receipt !== undefined && (
        <figure hidden data-receipt={receipt.href} data-hash={receipt.datasetHash}>
          <div class="jws" />
          <figcaption>{card.receipt}</figcaption>
        </figure>
      )}
    </div>
  );
}

/** The action card: what is known, whom to ask and how to reach them, three questions; the same wherever it stands. */
export function ActionCard(props: { model: ActionModel; reportUrl?: string | undefined }) {
  const { model, reportUrl } = props;
  const { language, region, notes, offers, questions, message } = model;
  const { action, card, page } = catalogueOf(language);
  return (
    <div class="act">
      <Answer model={model} />
      {notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      {offers.length > 0 && (
        <>
          <p class="vh">{action.offers}</p>
          <ul class="offers">
            {offers.map((offer) => (
              <OfferItem key={offer.operator.id} offer={offer} language={language} />
            ))}
          </ul>
        </>
      )}
      <p class="lead">{action.questions}</p>
      <ol class="questions">
        {questions.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      <p class="acts">
        <button
          type="button"
          data-action="copy"
          data-text={message}
          data-done={card.copied}
          data-failed={page.notCopied}
        >
          {action.copyQuestions}
        </button>
        {reportUrl !== undefined && (
          <a href={reportHref(reportUrl, language, { region: region.id })}>{action.told}</a>
        )}
      </p>
      <Sheet model={model} />
    </div>
  );
}
