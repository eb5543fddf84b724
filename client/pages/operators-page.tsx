import { isOutsideMap, servesFamiliesOn } from '../../data/core/eligibility/operators.ts';
import type { DatasetOperator } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { callOf } from '../components/card/offers.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { WideTable } from '../components/table.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatList } from '../i18n/grammar/format.ts';
import { byName, planName } from '../i18n/grammar/names.ts';

interface TableProps {
  operators: readonly DatasetOperator[];
  language: Language;
  title: string;
}

/** Operators in a table: who they are, which family plans are known, which number to call. */
function OperatorTable({ operators, language, title }: TableProps) {
  const { operator: words, compare, card } = catalogueOf(language);
  const sorted = byName(language, operators, ({ brand }) => brand[language]);
  return (
    <WideTable
      title={title}
      columns={[compare.operator, words.kindTitle, words.plans, words.reach].map((column) => ({
        title: column,
      }))}
      rows={sorted.map((operator) => {
        const call = callOf(operator);
        return {
          key: operator.id,
          cells: [
            {
              content: (
                <a href={`/${language}/operators/${operator.id}`}>{operator.brand[language]}</a>
              ),
            },
            { content: words.kind[operator.kind] },
            {
              content:
                operator.plans.length === 0
                  ? card.nothingKnown
                  : formatList(
                      language,
                      operator.plans.map((plan) => planName(plan, language)),
                    ),
            },
            {
              content:
                call !== undefined ? (
                  <a href={call.href}>{call.text}</a>
                ) : operator.website !== undefined ? (
                  <a href={operator.website}>{new URL(operator.website).host}</a>
                ) : (
                  compare.notFound
                ),
            },
          ],
        };
      })}
      language={language}
    />
  );
}

/** `/{lang}/operators`: every operator with a way to its page; those outside the map and for machines apart. */
export function OperatorsPage({ context, language }: { context: PageContext; language: Language }) {
  const { dataset, asOf } = context;
  const { operator: words } = catalogueOf(language);
  const families = dataset.operators.filter((each) => servesFamiliesOn(each, asOf));
  const here = families.filter(({ id }) => !isOutsideMap(dataset, id));
  const others = dataset.operators.filter((each) => !here.includes(each));
  return (
    <Document
      context={context}
      language={language}
      path="/operators"
      title={words.index}
      description={words.indexDescription}
      section="operators"
      entry="page"
    >
      <main id="main" class="text broad">
        <h1>{words.index}</h1>
        <p>{words.indexDescription}</p>
        <OperatorTable operators={here} language={language} title={words.index} />
        {others.length > 0 && <h2>{words.indexOthers}</h2>}
        {others.length > 0 && (
          <OperatorTable operators={others} language={language} title={words.indexOthers} />
        )}
      </main>
    </Document>
  );
}
