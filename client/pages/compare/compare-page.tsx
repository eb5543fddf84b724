import { isOutsideMap, servesFamiliesOn } from '../../../data/core/eligibility/operators.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { WISHES } from '../../../data/core/schema/plan.ts';
import { OperatorNames } from '../../components/card/operators-part.tsx';
import type { PageContext, PageRequest } from '../../components/context/page-context.ts';
import { Document } from '../../components/document.tsx';
import { SortableTable } from '../../components/table.tsx';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { colon, formatDate, formatList, semicolon } from '../../i18n/grammar/format.ts';
import { byName } from '../../i18n/grammar/names.ts';
import { COMPARE_CSV } from '../csv-tables.ts';
import { createCompareTable } from './compare-table.tsx';
import {
  type CompareChoice,
  comparedOperators,
  headingOf,
  isAbsentFrom,
  MOST_COMPARED,
  ONLY_DIFFERENCES,
  queryOf,
  readChoice,
} from './comparison.ts';

interface CompareProps {
  context: PageContext;
  language: Language;
  choice: CompareChoice;
}

/** One of the fields for a region or an operator; empty is a choice, too. */
function Field(props: {
  name: 'region' | 'operator';
  label: string;
  chosen: string | undefined;
  options: readonly (readonly [id: string, name: string])[];
  language: Language;
}) {
  const { name, label, chosen, options, language } = props;
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">{catalogueOf(language).compare.choose}</option>
        {byName(language, options, ([, text]) => text).map(([id, text]) => (
          <option key={id} value={id} selected={id === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Everything that is chosen, in one form that works without scripts. */
function ChoiceForm({ context, language, choice }: CompareProps) {
  const { compare } = catalogueOf(language);
  const regions = context.dataset.regions.map(({ id, name }) => [id, name[language]] as const);
  const operators = comparedOperators(context).map(
    ({ id, brand }) => [id, brand[language]] as const,
  );
  const places = Array.from({ length: MOST_COMPARED }, (_, place) => place);
  return (
    <form class="choices" action={`/${language}/compare`}>
      <div class="row">
        {places.map((place) => (
          <Field
            key={`region ${place}`}
            name="region"
            label={place === 0 ? compare.region : compare.secondRegion}
            chosen={choice.regions[place]?.id}
            options={regions}
            language={language}
          />
        ))}
        {places.map((place) => (
          <Field
            key={`operator ${place}`}
            name="operator"
            label={place === 0 ? compare.operator : compare.secondOperator}
            chosen={choice.operators[place]?.id}
            options={operators}
            language={language}
          />
        ))}
        <label>
          {compare.kind}
          <select name="sharing">
            {WISHES.toReversed().map((wish) => (
              <option key={wish} value={wish} selected={wish === choice.wish}>
                {compare.kinds[wish]}
              </option>
            ))}
          </select>
        </label>
        <label class="tick">
          <input
            type="checkbox"
            name="differences"
            value={ONLY_DIFFERENCES}
            checked={choice.onlyDifferences}
          />
          {compare.onlyDifferences}
        </label>
        {choice.sort !== undefined && <input type="hidden" name="sort" value={choice.sort} />}
        <button type="submit">{compare.show}</button>
      </div>
    </form>
  );
}

/** The table, what it leaves out, and the same as a file. */
function Comparison({ context, language, choice }: CompareProps) {
  const { compare, card } = catalogueOf(language);
  const heading = headingOf(choice, language);
  const { columns, rows, same, leftOut } = createCompareTable(context, language, choice);
  const { regions, operators, sort } = choice;
  const absent = comparedOperators(context).filter(({ id }) =>
    regions.every((region) => isAbsentFrom(context, region.id, id)),
  );
  return (
    <>
      <h2>{heading}</h2>
      <p>{compare.note(formatDate(language, context.asOf))}</p>
      {same.length > 0 && (
        <p>
          {compare.same}
          {colon(language)}
          {same.map(({ title, text }) => title + colon(language) + text).join(semicolon(language))}
        </p>
      )}
      {rows.length > 0 && (
        <SortableTable
          caption={heading}
          columns={columns}
          rows={rows}
          sort={sort}
          sortHref={(column) => `?${queryOf({ ...choice, sort: column })}`}
          sortLabel={compare.sortBy}
          language={language}
        />
      )}
      {leftOut > 0 && <p>{compare.leftOut(leftOut)}</p>}
      {rows.length > 0 && (
        <p class="acts">
          <a
            href={`/${language}${COMPARE_CSV}?${queryOf(choice)}`}
            download="compare.csv"
            data-follows-query
          >
            {compare.file}
          </a>
        </p>
      )}
      {regions.length > 0 && operators.length === 0 && (
        <OperatorNames title={card.absent} operators={absent} language={language} />
      )}
    </>
  );
}

/** `/{lang}/compare?region=RU-MOW&region=RU-SPE&operator=mts&sharing=bundle&differences=only&sort=fee`: works by links and a form alone. */
export function ComparePage(props: {
  context: PageContext;
  request: PageRequest;
  language: Language;
}) {
  const { context, request, language } = props;
  const { dataset, asOf } = context;
  const { compare } = catalogueOf(language);
  const choice = readChoice(request.query, dataset.regions, comparedOperators(context));
  const isAsked = request.query.size > 0;
  const outside = dataset.operators.filter(
    (each) => servesFamiliesOn(each, asOf) && isOutsideMap(dataset, each.id),
  );
  return (
    <Document
      context={context}
      language={language}
      path={isAsked ? `/compare?${queryOf(choice)}` : '/compare'}
      title={isAsked ? headingOf(choice, language) : compare.title}
      description={compare.description}
      section="compare"
      entry="page"
    >
      <main id="main" class="text broad">
        <h1>{compare.title}</h1>
        <p class="hint">{compare.lead}</p>
        <ChoiceForm context={context} language={language} choice={choice} />
        {choice.unknown.length > 0 && (
          <p>{compare.unknown(formatList(language, choice.unknown))}</p>
        )}
        <Comparison context={context} language={language} choice={choice} />
        <OperatorNames title={compare.outside} operators={outside} language={language} />
      </main>
    </Document>
  );
}
