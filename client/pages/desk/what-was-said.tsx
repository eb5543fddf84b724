import { claimsById } from '../../../data/core/eligibility/claims/claim-index.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { SourceLink } from '../../components/card/citations.tsx';
import type { PageContext } from '../../components/context/page-context.ts';
import type { DeskCase } from '../../components/context/report-content.ts';
import { colon, comma, formatDate } from '../../i18n/grammar/format.ts';
import { deviceName } from '../../i18n/grammar/names.ts';
import { deskWordsOf, reportWordsOf } from '../../i18n/page-words.ts';

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
export function CaseThread({ language, case: { messages } }: Omit<DeskCaseProps, 'context'>) {
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
export function DataBeside({ context, language, case: { report, shown } }: DeskCaseProps) {
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
