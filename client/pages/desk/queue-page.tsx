import type { DeskCase, DeskMember } from '../../components/context/report-content.ts';
import { deskWordsOf } from '../../i18n/page-words.ts';
import {
  ActButton,
  CaseLine,
  DeskBar,
  DeskDocument,
  type DeskPageProps,
  Keys,
  type Part,
  ReasonField,
  Token,
  Told,
} from './desk-parts.tsx';
import { SendersWords } from './what-was-said.tsx';

/** The queue by age: read, decide, or select and decline together. */
export function QueuePage({ context, language, content }: Part<'queue'>) {
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
        before={[['Enter', words.keyWords.open]]}
        after={[
          ['x', words.keyWords.select],
          ['b', words.keyWords.bulk],
          ['l', words.log],
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
