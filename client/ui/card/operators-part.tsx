import { catalogueOf } from '../../i18n/catalogue.ts';
import { AxisList } from './axis-list.tsx';
import { Part, type PartProps } from './card-part.tsx';
import { OperatorDetails } from './operator-details.tsx';
import { OperatorNames } from './operator-names.tsx';

/** Operators with an answer of their own, those that do not fit, those only named, and what is the same for all. */
export function OperatorsPart({ model, place }: PartProps) {
  const { language, rows, refused, silent, absent, familyAxes } = model;
  const { card } = catalogueOf(language);
  // A region's page has 14 KB in all, which its evidence takes; the guide has the way to the plans there.
  const withSteps = place === 'panel';
  return (
    <Part title={card.operators} place={place}>
      {rows.map((row) => (
        <OperatorDetails key={row.operator.id} model={model} row={row} withSteps={withSteps} />
      ))}
      {refused.length > 0 && <p class="lead">{card.notHere}</p>}
      {refused.map((row) => (
        <OperatorDetails key={row.operator.id} model={model} row={row} withSteps={withSteps} />
      ))}
      <OperatorNames title={card.silent} operators={silent} language={language} />
      <OperatorNames title={card.absent} operators={absent} language={language} />
      {familyAxes.length > 0 && <p class="lead">{card.family}</p>}
      {familyAxes.length > 0 && <AxisList model={model} axes={familyAxes} />}
    </Part>
  );
}
