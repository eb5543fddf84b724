import { servesFamiliesOn } from '../../data/core/eligibility/operators.ts';
import type { DatasetOperator } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { OperatorNames } from '../components/card/operators-part.tsx';
import type { PageContext, PageRequest } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { isOutsideMap } from '../components/outside-map.ts';
import { SortableTable } from '../components/table.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatDate } from '../i18n/grammar/format.ts';
import { byName } from '../i18n/grammar/names.ts';
import {
  type CompareSubject,
  compareColumns,
  compareSubject,
  headingOf,
  isAbsentFrom,
  operatorRows,
  queryOf,
  regionRows,
} from './compare-rows.tsx';

/** A form of its own for each choice: with both in one, the choice that was made before would go along. */
function ChoiceForm(props: {
  name: string;
  label: string;
  chosen: string | undefined;
  options: readonly (readonly [id: string, name: string])[];
  language: Language;
}) {
  const { name, label, chosen, options, language } = props;
  const { compare } = catalogueOf(language);
  return (
    <form class="row" action={`/${language}/compare`}>
      <label>
        {label}
        <select name={name}>
          <option value="">{compare.choose}</option>
          {byName(language, options, ([, text]) => text).map(([id, text]) => (
            <option key={id} value={id} selected={id === chosen}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{compare.show}</button>
    </form>
  );
}

interface ComparisonProps {
  context: PageContext;
  language: Language;
  subject: CompareSubject;
  /** Operators that the map speaks of. */
  operators: readonly DatasetOperator[];
}

/** Region and operator to choose; what is shown is chosen. */
function Choices({ context, language, subject, operators }: ComparisonProps) {
  const { compare } = catalogueOf(language);
  return (
    <>
      <ChoiceForm
        name="region"
        label={compare.region}
        chosen={subject.kind === 'region' ? subject.region.id : undefined}
        options={context.dataset.regions.map((each) => [each.id, each.name[language]])}
        language={language}
      />
      <ChoiceForm
        name="operator"
        label={compare.operator}
        chosen={subject.kind === 'operator' ? subject.operator.id : undefined}
        options={operators.map((each) => [each.id, each.brand[language]])}
        language={language}
      />
    </>
  );
}

/** The table, and the operators that have no row in it. */
function Comparison(props: ComparisonProps & { sort: string | undefined }) {
  const { context, language, subject, operators, sort } = props;
  const { compare, card } = catalogueOf(language);
  const heading = headingOf(subject, language);
  return (
    <>
      <h2>{heading}</h2>
      <p class="hint">{compare.note(formatDate(language, context.asOf))}</p>
      <SortableTable
        caption={heading}
        columns={compareColumns(language, subject.kind === 'region' ? 'operator' : 'region')}
        rows={
          subject.kind === 'region'
            ? operatorRows(context, language, subject.region.id)
            : regionRows(context, language, subject.operator)
        }
        sort={sort}
        sortHref={(column) => `?${queryOf(subject)}&sort=${column}`}
        sortLabel={compare.sortBy}
        language={language}
      />
      {subject.kind === 'region' && (
        <OperatorNames
          title={card.absent}
          operators={operators.filter(({ id }) => isAbsentFrom(context, subject.region.id, id))}
          language={language}
        />
      )}
    </>
  );
}

/** `/{lang}/compare?region=RU-MOW` or `?operator=mts`, `&sort=fee`: tables that work by links alone. */
export function ComparePage(props: {
  context: PageContext;
  request: PageRequest;
  language: Language;
}) {
  const { context, request, language } = props;
  const { dataset, asOf } = context;
  const { compare } = catalogueOf(language);
  const consumers = dataset.operators.filter((each) => servesFamiliesOn(each, asOf));
  const operators = consumers.filter((each) => !isOutsideMap(dataset, each.id));
  const outside = consumers.filter((each) => isOutsideMap(dataset, each.id));
  const subject = compareSubject(request.query, dataset.regions, operators);
  const sort = request.query.get('sort') ?? undefined;
  const parts = subject && { context, language, subject, operators };
  return (
    <Document
      context={context}
      language={language}
      path={subject === undefined ? '/compare' : `/compare?${queryOf(subject)}`}
      title={subject === undefined ? compare.title : headingOf(subject, language)}
      description={compare.description}
      section="compare"
      entry="page"
    >
      <main id="main" class="text broad">
        <h1>{compare.title}</h1>
        <p>{compare.lead}</p>
        {parts && <Choices {...parts} />}
        {parts && <Comparison {...parts} sort={sort} />}
        <OperatorNames title={compare.outside} operators={outside} language={language} />
      </main>
    </Document>
  );
}
