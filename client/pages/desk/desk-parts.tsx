import type { ComponentChildren } from 'preact';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { DeclineReason, isOverdue } from '../../../data/core/schema/report.ts';
import type { PageContext } from '../../components/context/page-context.ts';
import type { DeskCase, DeskContent, DeskMember } from '../../components/context/reports.ts';
import { Document } from '../../components/document.tsx';
import { type DeskAct, deskWordsOf, reportWordsOf } from '../../i18n/catalogue.ts';
import { colon, comma, formatDate } from '../../i18n/grammar/format.ts';
import { createNames } from '../../i18n/grammar/names.ts';
import { caseSubject } from '../case-pages.tsx';

export interface DeskPageProps {
  context: PageContext;
  language: Language;
}

export type Part<Name extends DeskContent['part']> = DeskPageProps & {
  content: Extract<DeskContent, { part: Name }>;
};

/** A page of the desk: never for search engines. */
export function DeskDocument(
  props: DeskPageProps & { path: string; title: string; children: ComponentChildren },
) {
  const { children, ...page } = props;
  return (
    <Document
      {...page}
      description={deskWordsOf(page.language).description}
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

/** A page for those who are signed in: the ways within the desk, what became of the last act, and the keys where there are some. */
export function MemberPage(
  props: DeskPageProps & {
    content: Extract<DeskContent, { member: DeskMember }>;
    path: string;
    title: string;
    keys?: OwnKeys;
    children: ComponentChildren;
  },
) {
  const { content, keys, children, ...page } = props;
  const { language, title } = page;
  return (
    <DeskDocument {...page}>
      <DeskBar language={language} member={content.member} />
      <h1>{title}</h1>
      {content.part !== 'log' && <Told language={language} content={content} />}
      {children}
      {keys && <Keys language={language} {...keys} />}
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
export function Token({ member }: { member: DeskMember }) {
  return <input type="hidden" name="csrf" value={member.csrf} />;
}

/** What became of the last act: done, or refused and why. */
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

/** What a case is about, its state and its day, in one line. */
export function CaseLine({
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

/** A button that does an act with the case of its form. */
export function ActButton(props: { language: Language; act: DeskAct; shortcut?: string }) {
  const { language, act, shortcut } = props;
  return (
    <button type="submit" name="act" value={act} aria-keyshortcuts={shortcut}>
      {deskWordsOf(language).acts[act]}
    </button>
  );
}

/** The reasons for which a case can be declined. */
export function ReasonField(props: { language: Language; id?: string; shortcut: string }) {
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

/**
 * What the keys do, in sight; they can be switched off, as speech and shaky hands press letters by chance (WCAG 2.1.4). The acts
 * and the ways in and out are those of every page with keys; `before` and `after` the acts stand its own.
 */
function Keys(props: OwnKeys & { language: Language }) {
  const { keys, keysOn, keyWords, acts } = deskWordsOf(props.language);
  const list: Key[] = [
    ['j k', keyWords.move],
    ...props.before,
    ['p', acts.publish],
    ['a', acts.accept],
    ['e', acts.ask],
    ['d', acts.decline],
    ...props.after,
    ['Esc', keyWords.leave],
  ];
  return (
    <section class="keys">
      <h2>{keys}</h2>
      <label class="tick">
        <input type="checkbox" id="keys-on" checked />
        {keysOn}
      </label>
      <dl>
        {list.map(([key, what]) => (
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

/** What a page has of its own before and after the keys of the acts. */
interface OwnKeys {
  readonly before: readonly Key[];
  readonly after: readonly Key[];
}

/** A key and what it does. */
type Key = readonly [key: string, what: string];
