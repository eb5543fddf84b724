import { claimsById } from '../../data/core/eligibility/claims/claim-index.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import {
  type Citation,
  CitationLinks,
  EvidenceList,
  OpenQuestionList,
} from '../components/card/citations.tsx';
import { PlanTable } from '../components/card/plan-terms.tsx';
import {
  GUIDE_CLAIMS,
  GUIDE_EXPLANATIONS,
  GUIDE_QUESTIONS,
  GUIDE_TOPICS,
  type GuideTopic,
} from '../components/context/guide-topics.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { aside } from '../i18n/grammar/format.ts';
import { createNames } from '../i18n/grammar/names.ts';
import { breadcrumb } from './sitemap.ts';

interface GuideProps {
  context: PageContext;
  language: Language;
}

function TopicLinks({ language, current }: { language: Language; current?: GuideTopic }) {
  const { guide } = catalogueOf(language);
  return (
    <ul>
      {GUIDE_TOPICS.filter((topic) => topic !== current).map((topic) => (
        <li key={topic}>
          <a href={`/${language}/guide/${topic}`}>{guide.topics[topic].title}</a>
        </li>
      ))}
    </ul>
  );
}

/** `/{lang}/guide`: what there is to read. */
export function GuideIndexPage({ context, language }: GuideProps) {
  const { guide } = catalogueOf(language);
  return (
    <Document
      context={context}
      language={language}
      path="/guide"
      title={guide.title}
      description={guide.description}
      section="guide"
      entry="page"
    >
      <main id="main" class="text">
        <h1>{guide.title}</h1>
        <p>{guide.lead}</p>
        <TopicLinks language={language} />
        <OpenQuestions context={context} language={language} />
      </main>
    </Document>
  );
}

/** What families ask and nobody was found to answer. */
function OpenQuestions({ context, language }: GuideProps) {
  const { guide } = catalogueOf(language);
  const { operators, laws, background } = context.dataset;
  const asked = [...operators, ...laws, ...background].flatMap((part) => part.openQuestions);
  const open = GUIDE_QUESTIONS.flatMap((id) =>
    asked.filter((question) => question.id === id && question.status !== 'answered'),
  );
  if (open.length === 0) return null;
  return (
    <>
      <h2>{guide.open}</h2>
      <OpenQuestionList questions={open} language={language} />
    </>
  );
}

/** The claims of a topic, each once, numbered in the order of its points. */
function citationsOf(context: PageContext, topic: GuideTopic): Citation[] {
  const claims = claimsById(context.dataset);
  const sources = new Map(context.dataset.sources.map((source) => [source.id, source]));
  const ids = new Set<string>(Object.values<readonly string[]>(GUIDE_CLAIMS[topic]).flat());
  return [...ids].flatMap((id, index) => {
    const claim = claims.get(id);
    if (claim === undefined) return [];
    const cited = claim.sourceIds.flatMap((sourceId) => sources.get(sourceId) ?? []);
    return [{ number: index + 1, claim, sources: cited }];
  });
}

/** Family plans per operator, as the data have them: part of the page on setting up. */
function PlansByOperator({ context, language }: GuideProps) {
  const { guide } = catalogueOf(language);
  return (
    <>
      <h2>{guide.perOperator}</h2>
      {context.dataset.operators
        .filter((operator) => operator.plans.some((plan) => plan.status !== 'closed'))
        .map((operator) => (
          <div key={operator.id}>
            <h3>
              <a href={`/${language}/operators/${operator.id}`}>{operator.brand[language]}</a>
            </h3>
            <PlanTable
              dataset={context.dataset}
              operator={operator}
              plans={operator.plans.filter((plan) => plan.status !== 'closed')}
              language={language}
              title={operator.brand[language]}
            />
          </div>
        ))}
    </>
  );
}

/** `/{lang}/guide/{topic}`: a few points, each with the claims behind it. */
export function GuideTopicPage({ context, language, topic }: GuideProps & { topic: GuideTopic }) {
  const { guide } = catalogueOf(language);
  const { title, points } = guide.topics[topic];
  const citations = citationsOf(context, topic);
  const claimsOfPoint = new Map<string, readonly string[]>(Object.entries(GUIDE_CLAIMS[topic]));
  const explained = new Set<string>(GUIDE_EXPLANATIONS[topic]);
  const path = `/guide/${topic}`;
  return (
    <Document
      context={context}
      language={language}
      path={path}
      title={title}
      description={Object.values<string>(points)[0] ?? guide.description}
      section="guide"
      entry="page"
      structured={[
        breadcrumb(context, language, [
          [guide.title, '/guide'],
          [title, path],
        ]),
      ]}
    >
      <main id="main" class="text">
        <p class="over">
          <a href={`/${language}/guide`}>{guide.title}</a>
        </p>
        <h1>{title}</h1>
        <ul>
          {Object.entries<string>(points).map(([key, text]) => (
            <li key={key}>
              {text}
              <CitationLinks
                numbers={citations
                  .filter(({ claim }) => claimsOfPoint.get(key)?.includes(claim.id))
                  .map(({ number }) => number)}
                language={language}
              />
              {!claimsOfPoint.has(key) && (
                <span class="hint">
                  {aside(language, guide.kind[explained.has(key) ? 'explanation' : 'advice'])}
                </span>
              )}
            </li>
          ))}
        </ul>
        {topic === 'setup' && <PlansByOperator context={context} language={language} />}
        {citations.length > 0 && (
          <>
            <h2>{guide.sources}</h2>
            <EvidenceList
              citations={citations}
              language={language}
              asOf={context.asOf}
              names={createNames({ dataset: context.dataset }, language)}
              reportUrl={context.reportUrl}
            />
          </>
        )}
        <h2>{guide.next}</h2>
        <TopicLinks language={language} current={topic} />
      </main>
    </Document>
  );
}
