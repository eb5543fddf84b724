import { claimsById } from '../../../data/core/eligibility/claims/claim-index.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { MAX_TEXT_LENGTH } from '../../../data/core/schema/report.ts';
import { SourceLink } from '../../components/card/citations.tsx';
import type { PageContext } from '../../components/context/page-context.ts';
import type { DeskCase, DeskMember } from '../../components/context/reports.ts';
import { deskWordsOf, reportWordsOf } from '../../i18n/catalogue.ts';
import { colon, comma, formatDate } from '../../i18n/grammar/format.ts';
import { deviceName } from '../../i18n/grammar/names.ts';
import { ActButton, CaseLine, MemberPage, type Part, ReasonField, Token } from './desk-parts.tsx';

/** One case: what was sent beside what the data say, and the ways to decide. */
export function DeskCasePage(props: Part<'case'>) {
  const { context, language, content } = props;
  const words = deskWordsOf(language);
  const { member, case: each, previous, next } = content;
  const { case: number, kind } = each.shown;
  const title = reportWordsOf(language).caseTitle(number);
  const to = (other: string) => `/${language}/desk/cases/${other}`;
  const keys = {
    before: [['t', words.keyWords.text]],
    after: [
      ['m', words.acts.merge],
      ['q', words.keyWords.queue],
    ],
  } as const;
  return (
    <MemberPage {...props} path={`/desk/cases/${number}`} title={title} keys={keys}>
      <p>
        <CaseLine context={context} language={language} case={each} />
      </p>
      <nav class="acts" aria-label={words.queue}>
        {previous !== undefined && (
          <a href={to(previous)} rel="prev" aria-keyshortcuts="k">
            {words.previous}
          </a>
        )}
        {next !== undefined && (
          <a href={to(next)} rel="next" aria-keyshortcuts="j">
            {words.next}
          </a>
        )}
      </nav>
      <div class="beside">
        <section>
          <h2>{reportWordsOf(language).report}</h2>
          <SendersWords language={language} case={each} />
          <CaseThread language={language} case={each} />
        </section>
        <section>
          <h2>{words.claim}</h2>
          <DataBeside context={context} language={language} case={each} />
          {each.related.length > 0 && (
            <>
              <h3>{words.related}</h3>
              <ul>
                {each.related.map((other) => (
                  <li key={other}>
                    <a href={to(other)}>{other}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
      {kind !== undefined && (
        <Decisions
          language={language}
          member={member}
          number={number}
          kind={kind}
          related={each.related}
        />
      )}
    </MemberPage>
  );
}

function Decisions(props: {
  language: Language;
  member: DeskMember;
  number: string;
  kind: NonNullable<DeskCase['shown']['kind']>;
  related: readonly string[];
}) {
  const { language, member, number, kind, related } = props;
  const words = deskWordsOf(language);
  const start = (
    <>
      <Token member={member} />
      <input type="hidden" name="case" value={number} />
      <input type="hidden" name="from" value="case" />
    </>
  );
  const form = { method: 'post', action: `/${language}/desk` } as const;
  return (
    <section class="decide">
      <h2>{words.decision}</h2>
      <form {...form}>
        {start}
        <p class="hint">
          {words.publishHint} {kind !== 'experience' && words.acceptHint}
        </p>
        <label class="tick">
          <input type="checkbox" name="with-text" value="true" aria-keyshortcuts="t" />
          {words.withText}
        </label>
        <p class="row">
          <ActButton language={language} act="publish" shortcut="p" />
          {kind !== 'experience' && <ActButton language={language} act="accept" shortcut="a" />}
        </p>
      </form>
      {kind !== 'source-change' && (
        <form {...form}>
          {start}
          <label>
            {words.question}
            <span class="hint"> {words.questionHint}</span>
            <textarea
              id="question"
              name="question"
              rows={3}
              maxLength={MAX_TEXT_LENGTH}
              required
              aria-keyshortcuts="e"
            />
          </label>
          <ActButton language={language} act="ask" />
        </form>
      )}
      <form class="row" {...form}>
        {start}
        <ReasonField language={language} id="reason" shortcut="d" />
        <ActButton language={language} act="decline" />
      </form>
      <form class="row" {...form}>
        {start}
        <label>
          {words.into}
          <input name="into" list="related" autocomplete="off" required aria-keyshortcuts="m" />
        </label>
        <datalist id="related">
          {related.map((other) => (
            <option key={other} value={other} />
          ))}
        </datalist>
        <ActButton language={language} act="merge" />
      </form>
    </section>
  );
}

interface DeskCaseProps {
  context: PageContext;
  language: Language;
  case: DeskCase;
}

/** What the sender wrote, as text: whatever it holds, nothing of it is markup, and an address in it is no link. */
export function SendersWords({ language, case: { report } }: Omit<DeskCaseProps, 'context'>) {
  const words = reportWordsOf(language);
  const { senderWrote, noText } = deskWordsOf(language);
  if (report === undefined) return <p>{words.caseWithdrawn}</p>;
  const lang = 'lang' in report && report.lang !== language ? report.lang : undefined;
  if (report.kind === 'correction') {
    return (
      <dl lang={lang}>
        <dt>{words.wrong}</dt>
        <dd class="sent">{report.wrong}</dd>
        <dt>{words.right}</dt>
        <dd class="sent">{report.right}</dd>
        {report.sourceUrl && (
          <>
            <dt>{words.source}</dt>
            <dd class="sent">{report.sourceUrl}</dd>
          </>
        )}
      </dl>
    );
  }
  const text = report.kind === 'experience' ? report.text : report.difference;
  if (text === undefined) return <p class="hint">{noText}</p>;
  return (
    <dl lang={lang}>
      <dt>{report.kind === 'experience' ? senderWrote : words.changeWords[report.change]}</dt>
      <dd class="sent">{text}</dd>
    </dl>
  );
}

/** What was asked and answered so far. */
function CaseThread({ language, case: { messages } }: Omit<DeskCaseProps, 'context'>) {
  const words = reportWordsOf(language);
  if (messages.length === 0) return null;
  return (
    <>
      <h2>{words.thread}</h2>
      {messages.map(({ author, writtenOn, body }, index) => (
        <p key={String(index)} class="sent">
          <b>{author === 'desk' ? words.desk : deskWordsOf(language).senderWrote}</b>
          {comma(language) + formatDate(language, writtenOn) + colon(language)}
          {body}
        </p>
      ))}
    </>
  );
}

/** What the data say of the same: the claim with its sources, or where to look. */
function DataBeside({ context, language, case: { report, shown } }: DeskCaseProps) {
  const desk = deskWordsOf(language);
  if (report?.kind === 'experience') {
    return (
      <ul>
        <li>
          <a href={`/${language}/regions/${report.regionId}`}>{desk.regionPage}</a>
        </li>
        <li>
          <a href={`/${language}/operators/${report.operatorId}`}>{desk.operatorPage}</a>
        </li>
      </ul>
    );
  }
  const ids = report?.kind === 'source-change' ? report.claimIds : [shown.subject?.id ?? ''];
  return (
    <>
      {ids.map((id) => (
        <FactBeside key={id} context={context} language={language} id={id} />
      ))}
    </>
  );
}

/** A claim with its sources; of a device its name, of any other fact what it is called by. */
function FactBeside(props: { context: PageContext; language: Language; id: string }) {
  const { context, language, id } = props;
  const { dataset, devices } = context;
  const claim = claimsById(dataset).get(id);
  if (claim === undefined) {
    const device = devices.find((model) => model.id === id);
    return (
      <p>
        {device && deviceName(device)} <code>{id}</code>
      </p>
    );
  }
  return (
    <>
      <p>
        {claim.statement[language]} <code>{claim.id}</code>
      </p>
      <h3>{deskWordsOf(language).sources}</h3>
      <ul>
        {dataset.sources
          .filter(({ id }) => claim.sourceIds.includes(id))
          .map((source) => (
            <li key={source.id}>
              <SourceLink source={source} language={language} />
            </li>
          ))}
      </ul>
    </>
  );
}
