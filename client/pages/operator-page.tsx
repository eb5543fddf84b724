import { catalogueOf } from '../i18n/catalogue.ts';
import { createNames } from '../i18n/names.ts';
import { EvidenceList } from '../ui/card/evidence-list.tsx';
import { OpenQuestionList } from '../ui/card/open-question-list.tsx';
import { Document } from '../ui/document.tsx';
import { PlanTable } from '../ui/plan-table.tsx';
import { OperatorAbout, type OperatorPageProps } from './operator-about.tsx';
import { OperatorAnswers } from './operator-answers.tsx';
import { LocalTerms, TariffAreas } from './operator-terms.tsx';
import { breadcrumb } from './structured-data.ts';

/** `/{lang}/operators/{id}`: everything known of one operator, with sources. */
export function OperatorPage(props: OperatorPageProps) {
  const { context, language, operator } = props;
  const { dataset } = context;
  const { operator: words, compare } = catalogueOf(language);
  const name = operator.brand[language];
  const path = `/operators/${operator.id}`;
  const names = createNames({ dataset }, language);
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const citations = operator.claims.map((claim, index) => ({
    number: index + 1,
    claim,
    sources: claim.sourceIds.flatMap((id) => sources.get(id) ?? []),
  }));
  const questions = operator.openQuestions.filter((question) => question.status !== 'answered');
  return (
    <Document
      context={context}
      language={language}
      path={path}
      title={words.title(name)}
      description={words.description(name)}
      section="compare"
      entry="page"
      structured={[
        breadcrumb(context, language, [
          [compare.title, '/compare'],
          [name, path],
        ]),
      ]}
    >
      <main id="main" class="text">
        <h1>{name}</h1>
        <OperatorAbout {...props} />
        <h2>{words.plans}</h2>
        {operator.plans.length === 0 ? (
          <p>{words.noPlans}</p>
        ) : (
          <PlanTable
            dataset={context.dataset}
            operator={operator}
            language={language}
            title={words.plans}
          />
        )}
        {operator.market === 'consumer' && <OperatorAnswers {...props} />}
        <TariffAreas language={language} operator={operator} names={names} />
        <LocalTerms language={language} operator={operator} names={names} citations={citations} />
        {questions.length > 0 && (
          <>
            <h2>{words.open}</h2>
            <OpenQuestionList questions={questions} language={language} />
          </>
        )}
        {citations.length > 0 && (
          <>
            <h2>{words.claims}</h2>
            <EvidenceList
              citations={citations}
              language={language}
              asOf={context.asOf}
              names={names}
              reportUrl={context.reportUrl}
            />
          </>
        )}
      </main>
    </Document>
  );
}
