import { servesFamiliesOn } from '../../data/eligibility/serves-families.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatDate } from '../i18n/format.ts';
import { OperatorNames } from '../ui/card/operator-names.tsx';
import { Document } from '../ui/document.tsx';
import { isOutsideMap } from '../ui/outside-map.ts';
import { SortableTable } from '../ui/sortable-table.tsx';
import { compareColumns, isAbsentFrom, operatorRows, regionRows } from './compare-rows.tsx';
import type { PageContext, PageRequest } from './page-context.ts';

function Choice(props: {
  name: string;
  label: string;
  none: string;
  chosen: string | undefined;
  options: readonly (readonly [id: string, name: string])[];
  language: Language;
}) {
  const { name, label, none, chosen, options, language } = props;
  const collator = new Intl.Collator(language);
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">{none}</option>
        {options
          .toSorted(([, a], [, b]) => collator.compare(a, b))
          .map(([id, text]) => (
            <option key={id} value={id} selected={id === chosen}>
              {text}
            </option>
          ))}
      </select>
    </label>
  );
}

/** `/{lang}/compare?region=RU-MOW` or `?operator=mts`, `&sort=fee`: tables that work by links alone. */
export function ComparePage(props: {
  context: PageContext;
  request: PageRequest;
  language: Language;
}) {
  const { context, request, language } = props;
  const { compare, card } = catalogueOf(language);
  const { regions } = context.dataset;
  const consumers = context.dataset.operators.filter((each) =>
    servesFamiliesOn(each, context.asOf),
  );
  const operators = consumers.filter((each) => !isOutsideMap(context.dataset, each.id));
  const outside = consumers.filter((each) => isOutsideMap(context.dataset, each.id));
  const operator = operators.find((each) => each.id === request.query.get('operator'));
  const asked = regions.find((each) => each.id === request.query.get('region'));
  const region =
    asked ?? (operator === undefined ? regions.find(({ id }) => id === 'RU-MOW') : undefined);
  const sort = request.query.get('sort') ?? undefined;
  const subject =
    region === undefined ? operator && `operator=${operator.id}` : `region=${region.id}`;
  const heading =
    region !== undefined
      ? compare.operatorsIn(region.name[language])
      : operator && compare.regionsOf(operator.brand[language]);
  return (
    <Document
      context={context}
      language={language}
      path={`/compare${subject === undefined ? '' : `?${subject}`}`}
      title={heading ?? compare.title}
      description={compare.description}
      section="compare"
      entry="page"
    >
      <main id="main" class="text broad">
        <h1>{compare.title}</h1>
        <p>{compare.lead}</p>
        <form class="row" action={`/${language}/compare`}>
          <Choice
            name="region"
            label={compare.region}
            none={compare.choose}
            chosen={region?.id}
            options={regions.map((each) => [each.id, each.name[language]])}
            language={language}
          />
          <Choice
            name="operator"
            label={compare.operator}
            none={compare.choose}
            chosen={region === undefined ? operator?.id : undefined}
            options={operators.map((each) => [each.id, each.brand[language]])}
            language={language}
          />
          <button type="submit">{compare.show}</button>
        </form>
        <h2>{heading}</h2>
        <p class="hint">{compare.note(formatDate(language, context.asOf))}</p>
        <SortableTable
          caption={heading ?? compare.title}
          columns={compareColumns(language, region === undefined ? 'region' : 'operator')}
          rows={
            region !== undefined
              ? operatorRows(context, language, region.id)
              : operator === undefined
                ? []
                : regionRows(context, language, operator)
          }
          sort={sort}
          sortHref={(column) => `?${subject}&sort=${column}`}
          sortLabel={compare.sortBy}
          language={language}
        />
        {region !== undefined && (
          <OperatorNames
            title={card.absent}
            operators={operators.filter(({ id }) => isAbsentFrom(context, region.id, id))}
            language={language}
          />
        )}
        <OperatorNames title={compare.outside} operators={outside} language={language} />
      </main>
    </Document>
  );
}
