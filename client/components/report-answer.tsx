import { renderSVG } from 'uqr';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { ReportWords } from '../i18n/catalogue.ts';
import { colon, formatDate } from '../i18n/grammar/format.ts';
import type { SentReport } from './context/reports.ts';

/** What is wrong with a report, a line each; nothing where nothing is. */
export function ReportErrors({ words, errors }: { words: ReportWords; errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <>
      <p>{words.errors}</p>
      <ul>
        {errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ul>
    </>
  );
}

/** Number and key of a report that was taken, in words and as a QR code that leads to the case. `origin`: of this service. */
export function SentReportView(props: {
  words: ReportWords;
  language: Language;
  sent: SentReport;
  origin: string;
}) {
  const { words, language, sent, origin } = props;
  const address = `/${language}/cases/${sent.case}`;
  // A QR code is read in its own two colours, also in a dark theme. The key stands behind `#`, which browsers send to nobody.
  const picture = renderSVG(`${origin}${address}#${sent.key}`, { border: 2 });
  return (
    <>
      <p>
        {words.yourCase + colon(language)}
        <strong>{sent.case}</strong>
      </p>
      <p>{words.dueOn(formatDate(language, sent.dueOn))}</p>
      <h2>{words.key}</h2>
      <p>{words.keyHint}</p>
      <p>
        <code>{sent.key.replaceAll('-', ' ')}</code>
      </p>
      <div
        class="qr"
        role="img"
        aria-label={words.keyPicture}
        dangerouslySetInnerHTML={{ __html: picture }}
      />
      <p>
        <a href={address}>{words.toCase}</a>
      </p>
    </>
  );
}
