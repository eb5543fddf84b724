import type { AxisResult } from '../../../data/core/schema/assessment.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { VerdictMark } from '../verdict-icon.tsx';
import type { CardModel } from './card-model.ts';
import { Cites } from './citations.tsx';

/** What one axis came to, why, and on what. */
export function AxisAnswer({ model, result }: { model: CardModel; result: AxisResult }) {
  return (
    <>
      <VerdictMark verdict={result.value} /> {model.describe.axis(result)}
      <Cites model={model} claimIds={result.evidence.map((used) => used.claimId)} />
    </>
  );
}

/** What each axis came to, by name. */
export function AxisList({ model, axes }: { model: CardModel; axes: readonly AxisResult[] }) {
  const words = catalogueOf(model.language);
  return (
    <dl class="ax">
      {axes.map((result) => (
        <div key={result.axis}>
          <dt>{words.axes[result.axis].name}</dt>
          <dd>
            <AxisAnswer model={model} result={result} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
