import { THRESHOLDS } from '../../data/core/eligibility/claims/freshness.ts';
import { isOutsideMap, servesFamiliesOn } from '../../data/core/eligibility/operators.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { AXES, VERDICTS, type Verdict, verdictRank } from '../../data/core/schema/verdict.ts';
import { OperatorNames } from '../components/card/operators-part.tsx';
import type { PageContext } from '../components/context/page-context.ts';
import { BoundaryCredit, Document } from '../components/document.tsx';
import { VerdictMark } from '../components/verdict-icon.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { colon, formatNumber, sentenceGap } from '../i18n/grammar/format.ts';

function CombinationTable({ language }: { language: Language }) {
  const { about, verdictNames } = catalogueOf(language);
  const worse = (a: Verdict, b: Verdict) => (verdictRank(a) < verdictRank(b) ? a : b);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={about.combine}>
      <table>
        <thead>
          <tr>
            <th scope="col">{about.and}</th>
            {VERDICTS.map((verdict) => (
              <th key={verdict} scope="col">
                {verdictNames[verdict]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {VERDICTS.map((row) => (
            <tr key={row}>
              <th scope="row">{verdictNames[row]}</th>
              {VERDICTS.map((column) => (
                <td key={column}>
                  <VerdictMark verdict={worse(row, column)} /> {verdictNames[worse(row, column)]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Freshness({ language }: { language: Language }) {
  const { about, evidence } = catalogueOf(language);
  const days = (count: number) => formatNumber(language, count);
  return (
    <>
      <p>{about.freshnessText}</p>
      <ul>
        <li>
          {evidence.freshness.current}
          {colon(language)}
          {about.upTo(days(THRESHOLDS.currentDays))}
        </li>
        <li>
          {evidence.freshness.ageing}
          {colon(language)}
          {about.upTo(days(THRESHOLDS.ageingDays))}
        </li>
        <li>
          {evidence.freshness.old}
          {colon(language)}
          {about.over(days(THRESHOLDS.ageingDays))}
        </li>
        <li>
          {evidence.freshness.undated}
          {colon(language)}
          {about.undated}
        </li>
      </ul>
      <p>{about.confirm}</p>
      <p>{about.recheck(days(THRESHOLDS.checkDueDays), days(THRESHOLDS.staleDays))}</p>
    </>
  );
}

/** `/{lang}/about`: the method, the border policy, licences, privacy, the API. */
export function AboutPage({ context, language }: { context: PageContext; language: Language }) {
  const { about, axes, compare, downloads, releases } = catalogueOf(language);
  const { dataset, asOf } = context;
  const outside = dataset.operators.filter(
    (each) => servesFamiliesOn(each, asOf) && isOutsideMap(dataset, each.id),
  );
  const { attribution = 'Natural Earth', licence = about.publicDomain } =
    context.dataset.boundarySource ?? {};
  return (
    <Document
      context={context}
      language={language}
      path="/about"
      title={about.title}
      description={about.description}
      section="about"
      entry="page"
    >
      <main id="main" class="text">
        <h1>{about.title}</h1>
        <p>{about.lead}</p>
        <h2>{about.axes}</h2>
        <p>{about.axesText}</p>
        <dl class="ax">
          {AXES.map((axis) => (
            <div key={axis}>
              <dt>{axes[axis].name}</dt>
              <dd>{axes[axis].question}</dd>
            </div>
          ))}
        </dl>
        <h2>{about.combine}</h2>
        <p>{about.combineText}</p>
        <CombinationTable language={language} />
        <p>{about.temporary}</p>
        <h2>{about.freshness}</h2>
        <Freshness language={language} />
        <h2 id="borders">{about.borders}</h2>
        <p>{about.bordersText(attribution)}</p>
        <p>
          {about.bordersAsk}
          {sentenceGap(language)}
          <a href={`/${language}/operators`}>{about.bordersOperators}</a>
        </p>
        <OperatorNames title={compare.outside} operators={outside} language={language} />
        <h2>{about.licences}</h2>
        <p>{about.licencesText(attribution, licence)}</p>
        <BoundaryCredit dataset={context.dataset} language={language} />
        <h2>{about.privacy}</h2>
        <p>{about.privacyText}</p>
        <h2>{about.api}</h2>
        <p>{about.apiText}</p>
        <ul>
          <li>
            <a href={`/${language}/data`}>{downloads.title}</a>
          </li>
          <li>
            <a href={`/${language}/changes`}>{releases.title}</a>
          </li>
        </ul>
      </main>
    </Document>
  );
}
