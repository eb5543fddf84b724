import * as z from 'zod';
import { ChangeSet } from './change-set.ts';
import { IsoDate } from './dates.ts';
import { RegionId, Slug } from './ids.ts';
import { OperatorAssessment } from './operator-assessment.ts';
import { Step } from './step.ts';
import { Verdict } from './verdict.ts';

/** The answer for one household on one day, over the operators asked for. */
export const Assessment = z.strictObject({
  regionId: RegionId,
  /** Best verdict over the operators. */
  verdict: Verdict,
  asOf: IsoDate,
  datasetHash: z.string(),
  /** Best first; within a verdict by strength of evidence, then by numbers held in the region. */
  operators: z.array(OperatorAssessment),
  /** Restrictions in force on `asOf` in the contract or present region. */
  restrictionIds: z.array(Slug),
  steps: z.array(Step),
  changes: z.array(ChangeSet),
});
export type Assessment = z.infer<typeof Assessment>;
