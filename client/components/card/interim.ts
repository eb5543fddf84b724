import type { Assessment, OperatorAssessment } from '../../../data/core/schema/assessment.ts';
import type { Dataset, DatasetOperator } from '../../../data/core/schema/dataset.ts';
import type { PartialDate } from '../../../data/core/schema/dates.ts';
import type { DeviceKind } from '../../../data/core/schema/device.ts';
import type { RegionScope } from '../../../data/core/schema/ids.ts';
import type { Verdict } from '../../../data/core/schema/verdict.ts';
import type { ContactKind, Support } from '../../i18n/ru/action.ts';

export type { ContactKind, Support };

export interface Contact {
  kind: ContactKind;
  value: string;
  regions: RegionScope;
  sourceId: string;
  observedOn?: PartialDate;
}
export interface LineGroup {
  kind: DeviceKind;
  lineIds: string[];
  verdict: Verdict;
  support: Support;
}
export interface Supported {
  verdict: Verdict;
  support: Support;
}
export interface Sharing {
  bundle: Supported;
  payer: Supported;
}

const rank = { no: 0, unknown: 1, partial: 2, yes: 3 };

export function supportOf({
  verdict,
  confidence,
}: Pick<OperatorAssessment, 'verdict' | 'confidence'>): Support {
  if (verdict === 'unknown') return 'none';
  return confidence === 'official' ? 'reported' : 'countrywide';
}

export function sharingOf({ operators }: Assessment, dataset: Dataset): Sharing {
  const best = (models: readonly string[]): Supported => {
    const fitting = operators.flatMap((each) =>
      each.plans
        .filter(({ planId }) =>
          models.includes(
            dataset.operators
              .find(({ id }) => id === each.operatorId)
              ?.plans.find(({ id }) => id === planId)?.model ?? '',
          ),
        )
        .map(({ verdict }) => ({
          verdict,
          support: supportOf({ verdict, confidence: each.confidence }),
        })),
    );
    return (
      fitting.sort((a, b) => rank[b.verdict] - rank[a.verdict])[0] ?? {
        verdict: 'unknown',
        support: 'none',
      }
    );
  };
  return { bundle: best(['pooled', 'unknown']), payer: best(['payer-funded']) };
}

export function assessmentSupport({ operators }: Assessment): Support {
  return operators[0] === undefined ? 'none' : supportOf(operators[0]);
}

export function lineGroupsOf(_assessment: Assessment): LineGroup[] {
  return [];
}

const CONTACTS: Readonly<Record<string, readonly Contact[]>> = {
  megafon: [
    { kind: 'phone-free', value: '8 800 550-05-00', regions: 'RU', sourceId: 'x' },
    { kind: 'phone-short', value: '0500', regions: 'RU', sourceId: 'x' },
  ],
  mts: [
    { kind: 'phone-free', value: '8 800 250-08-90', regions: 'RU', sourceId: 'x' },
    { kind: 'phone-short', value: '0890', regions: 'RU', sourceId: 'x' },
  ],
  beeline: [
    { kind: 'phone-free', value: '8 800 700-06-11', regions: 'RU', sourceId: 'x' },
    { kind: 'phone-short', value: '0611', regions: 'RU', sourceId: 'x' },
  ],
  t2: [
    { kind: 'phone-short', value: '611', regions: 'RU', sourceId: 'x' },
    { kind: 'shops-url', value: 'https://t2.ru/offices', regions: 'RU', sourceId: 'x' },
  ],
};

export function contactsOf({ id }: DatasetOperator): readonly Contact[] {
  return CONTACTS[id] ?? [];
}
