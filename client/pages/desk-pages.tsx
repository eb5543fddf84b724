import type { ComponentChildren } from 'preact';
import { DeclineReason, isOverdue } from '../../data/core/schema/case.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { MAX_TEXT_LENGTH } from '../../data/core/schema/report.ts';
import type { DeskCase, DeskContent, DeskMember } from '../components/context/desk-content.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { CaseThread, DataBeside, SendersWords } from '../components/desk-case.tsx';
import { Document } from '../components/document.tsx';
import { WideTable } from '../components/table.tsx';
import { colon, comma, formatDate } from '../i18n/grammar/format.ts';
import { createNames } from '../i18n/grammar/names.ts';
import { type DeskAct, deskWordsOf, reportWordsOf } from '../i18n/page-words.ts';
import { caseSubject } from './case-pages.tsx';

interface DeskPageProps {
  context: PageContext;
  language: Language;
}

type Part<Name extends DeskContent['part']> = DeskPageProps & {
  content: Extract<DeskContent, { part: Name }>;
};

/** `/{lang}/desk` and what is below: for members of the desk, never for search engines. All but signing in works without scripts. */
export function DeskPage(props: DeskPageProps & { content: DeskContent }) {
  const { content, ...common } = props;
  switch (content.part) {
    case 'sign-in':
      return <SignInPage {...common} content={content} />;
    case 'queue':
      return <QueuePage {...common} content={content} />;
    case 'case':
      return <DeskCasePage {...common} content={content} />;
    case 'log':
      return <LogPage {...common} content={content} />;
  }
}

function DeskDocument(
  props: DeskPageProps & { path: string; title: string; children: ComponentChildren },
) {
  const { context, language, path, title, children } = props;
  return (
    <Document
      context={context}
      language={language}
      path={path}
      title={title}
      description={deskWordsOf(language).description}
      entry="desk"
      hasOwnSearch
      noIndex
    >
      <main id="main" class="text broad">
        {children}
      </main>
    </Document>
  );
}

function SignInPage({ context, language, content }: Part<'sign-in'>) {
  const words = deskWordsOf(language);
  return (
    <DeskDocument context={context} language={language} path="/desk" title={words.title}>
      <h1>{words.title}</h1>
      {content.isUnavailable && <p role="alert">{words.unavailable}</p>}
      <section id="sign-in">
        <p data-for="sign-in">{words.signInLead}</p>
        <p data-for="join" hidden>
          {words.joinLead}
        </p>
        <p>
          <button type="button" data-for="sign-in">
            {words.signIn}
          </button>
          <button type="button" data-for="join" hidden>
            {words.join}
          </button>
        </p>
        <p
          role="status"
          data-working={words.working}
          data-cancelled={words.cancelled}
          data-refused={words.refused}
          data-over={words.invitationOver}
          data-unsupported={words.unsupported}
          data-failed={words.failed}
        />
        <noscript>
          <p class="hint">{words.noScript}</p>
        </noscript>
      </section>
    </DeskDocument>
  );
}

/** Ways within the desk, and out of it. */
function DeskBar({ language, member }: { language: Language; member: DeskMember }) {
  const words = deskWordsOf(language);
  return (
    <div class="desk-bar">
      <nav aria-label={words.title}>
        <a href={`/${language}/desk`} aria-keyshortcuts="q">
          {words.queue}
        </a>
        <a href={`/${language}/desk/log`} aria-keyshortcuts="l">
          {words.log}
        </a>
      </nav>
      <form method="post" action="/desk/sign-out">
        <Token member={member} />
        <span>{words.signedInAs(member.name)}</span> <button type="submit">{words.signOut}</button>
      </form>
    </div>
  );
}

/** The proof that a form is one of ours, of this session. */
function Token({ member }: { member: DeskMember }) {
  return <input type="hidden" name="csrf" value={member.csrf} />;
}

function Told({
  language,
  content,
}: {
  language: Language;
  content: Extract<DeskContent, { part: 'queue' | 'case' }>;
}) {
  const words = deskWordsOf(language);
  const { done, refused } = content;
  return (
    <>
      <p role="status">
        {done !== undefined &&
          (done.cases.length === 0
            ? words.noneOpen
            : words.done[done.act] + colon(language) + done.cases.join(comma(language)))}
      </p>
      {refused !== undefined && <p role="alert">{words.refusals[refused]}</p>}
    </>
  );
}

/** The queue by age: read, decide, or select and decline together. */
function QueuePage({ context, language, content }: Part<'queue'>) {
  const words = deskWordsOf(language);
  const { member, queue, waiting } = content;
  return (
    <DeskDocument context={context} language={language} path="/desk" title={words.queue}>
      <DeskBar language={language} member={member} />
      <h1>{words.queue}</h1>
      <Told language={language} content={content} />
      <p>
        {waiting === 0 ? words.empty : words.waiting(waiting)}
        {queue.length < waiting && ` ${words.firstOnly(queue.length)}`}
      </p>
      <ol id="queue" class="plain">
        {queue.map((each) => (
          <QueueRow
            key={each.shown.case}
            context={context}
            language={language}
            member={member}
            case={each}
          />
        ))}
      </ol>
      {queue.length > 0 && (
        <form id="bulk" class="row" method="post" action={`/${language}/desk`}>
          <Token member={member} />
          <ReasonField language={language} shortcut="b" />
          <button type="submit" name="act" value="decline">
            {words.declineSelected}
          </button>
        </form>
      )}
      <Keys
        language={language}
        list={[
          ['j k', words.keyWords.move],
          ['Enter', words.keyWords.open],
          ['p', words.acts.publish],
          ['a', words.acts.accept],
          ['e', words.acts.ask],
          ['d', words.acts.decline],
          ['x', words.keyWords.select],
          ['b', words.keyWords.bulk],
          ['l', words.log],
          ['Esc', words.keyWords.leave],
        ]}
      />
    </DeskDocument>
  );
}

function QueueRow(props: DeskPageProps & { member: DeskMember; case: DeskCase }) {
  const { context, language, member } = props;
  const words = deskWordsOf(language);
  const { case: number, kind } = props.case.shown;
  const address = `/${language}/desk/cases/${number}`;
  return (
    <li>
      <p>
        <input
          type="checkbox"
          name="case"
          value={number}
          form="bulk"
          aria-label={words.select(number)}
          aria-keyshortcuts="x"
        />
        {/* What the address names after `#` has the focus when the page opens, so that work goes on where it was. */}
        <a id={number} href={address}>
          {number}
        </a>{' '}
        <CaseLine context={context} language={language} case={props.case} />
      </p>
      <SendersWords language={language} case={props.case} />
      <form class="acts" method="post" action={`/${language}/desk`}>
        <Token member={member} />
        <input type="hidden" name="case" value={number} />
        <ActButton language={language} act="publish" shortcut="p" />
        {kind !== 'experience' && <ActButton language={language} act="accept" shortcut="a" />}
        {kind !== 'source-change' && (
          <a href={`${address}#question`} aria-keyshortcuts="e">
            {words.acts.ask}
          </a>
        )}
        <a href={`${address}#reason`} aria-keyshortcuts="d">
          {words.acts.decline}
        </a>
      </form>
    </li>
  );
}

/** What a case is about, its state and its day, in one line. */
function CaseLine({
  context,
  language,
  case: { shown, messages },
}: DeskPageProps & { case: DeskCase }) {
  const words = reportWordsOf(language);
  const names = createNames({ dataset: context.dataset }, language);
  const parts = [
    caseSubject(shown, names, language),
    words.stateWords[shown.state],
    shown.dueOn && words.due + colon(language) + formatDate(language, shown.dueOn),
  ];
  return (
    <>
      {parts.filter((part) => part).join(' · ')}
      {isOverdue(shown, context.asOf) && <strong> {words.overdue}</strong>}
      {messages.at(-1)?.author === 'sender' && <strong> {deskWordsOf(language).answered}</strong>}
    </>
  );
}

function ActButton(props: { language: Language; act: DeskAct; shortcut?: string }) {
  const { language, act, shortcut } = props;
  return (
    <button type="submit" name="act" value={act} aria-keyshortcuts={shortcut}>
      {deskWordsOf(language).acts[act]}
    </button>
  );
}

function ReasonField(props: { language: Language; id?: string; shortcut: string }) {
  const { language, id, shortcut } = props;
  const { reasonWords } = reportWordsOf(language);
  return (
    <label>
      {deskWordsOf(language).reason}
      <select id={id} name="reason" required aria-keyshortcuts={shortcut}>
        <option value="">—</option>
        {DeclineReason.options.map((reason) => (
          <option key={reason} value={reason}>
            {reasonWords[reason]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** One case: what was sent beside what the data say, and the ways to decide. */
function DeskCasePage({ context, language, content }: Part<'case'>) {
  const words = deskWordsOf(language);
  const { member, case: each, previous, next } = content;
  const { case: number, kind } = each.shown;
  const title = reportWordsOf(language).caseTitle(number);
  const to = (other: string) => `/${language}/desk/cases/${other}`;
  return (
    <DeskDocument
      context={context}
      language={language}
      path={`/desk/cases/${number}`}
      title={title}
    >
      <DeskBar language={language} member={member} />
      <h1>{title}</h1>
      <Told language={language} content={content} />
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
      <Keys
        language={language}
        list={[
          ['j k', words.keyWords.move],
          ['t', words.keyWords.text],
          ['p', words.acts.publish],
          ['a', words.acts.accept],
          ['e', words.acts.ask],
          ['d', words.acts.decline],
          ['m', words.acts.merge],
          ['q', words.keyWords.queue],
          ['Esc', words.keyWords.leave],
        ]}
      />
    </DeskDocument>
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

/** What the keys do, in sight; they can be switched off, as speech and shaky hands press letters by chance (WCAG 2.1.4). */
function Keys(props: { language: Language; list: readonly (readonly [string, string])[] }) {
  const { keys, keysOn } = deskWordsOf(props.language);
  return (
    <section class="keys">
      <h2>{keys}</h2>
      <label class="tick">
        <input type="checkbox" id="keys-on" checked />
        {keysOn}
      </label>
      <dl>
        {props.list.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Everything that was done, the newest first. */
function LogPage({ context, language, content }: Part<'log'>) {
  const words = deskWordsOf(language);
  const reasons: Readonly<Record<string, string>> = reportWordsOf(language).reasonWords;
  const notes: Readonly<Record<string, string>> = words.notes;
  const columns = [words.day, words.who, words.act, words.case, words.detail];
  return (
    <DeskDocument context={context} language={language} path="/desk/log" title={words.log}>
      <DeskBar language={language} member={content.member} />
      <h1>{words.log}</h1>
      <p>{words.logLead}</p>
      {content.log.length === 0 ? (
        <p>{words.logEmpty}</p>
      ) : (
        <WideTable
          title={words.log}
          language={language}
          columns={columns.map((title) => ({ title }))}
          rows={content.log.map((line) => ({
            key: String(line.ordinal),
            cells: [
              formatDate(language, line.doneOn),
              line.member,
              notes[line.act] ?? line.act,
              line.case && <a href={`/${language}/desk/cases/${line.case}`}>{line.case}</a>,
              Object.values(line.detail)
                .map((value) => reasons[String(value)] ?? String(value))
                .join(comma(language)),
            ].map((content) => ({ content })),
          }))}
        />
      )}
    </DeskDocument>
  );
}
