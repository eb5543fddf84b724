import type { Assessment, OperatorAssessment } from '../../../data/core/schema/assessment.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { DeviceKind } from '../../../data/core/schema/device.ts';
import type { Support } from '../../../data/core/schema/support.ts';
import type { Verdict } from '../../../data/core/schema/verdict.ts';

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
