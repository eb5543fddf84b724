import { Axis } from '../../data/schema/axis.ts';
import { AxisResult } from '../../data/schema/axis-result.ts';
import { ChangeSet } from '../../data/schema/change-set.ts';
import { Finding } from '../../data/schema/claim.ts';
import { Condition } from '../../data/schema/condition.ts';
import { Cost } from '../../data/schema/cost.ts';
import {
  DatasetClaim,
  DatasetOperator,
  DatasetRestriction,
} from '../../data/schema/dataset-claim.ts';
import { Evidence } from '../../data/schema/evidence.ts';
import { Household, Line, Member } from '../../data/schema/household.ts';
import { LocalizedText } from '../../data/schema/localized-text.ts';
import { Location } from '../../data/schema/location.ts';
import { OpenQuestion } from '../../data/schema/open-question.ts';
import { OperatorAssessment } from '../../data/schema/operator-assessment.ts';
import { Plan } from '../../data/schema/plan.ts';
import { Source } from '../../data/schema/source.ts';
import { Step } from '../../data/schema/step.ts';
import { TraceStep } from '../../data/schema/trace-step.ts';
import { Verdict } from '../../data/schema/verdict.ts';
import { Link } from '../links.ts';
import { Mistake, Problem } from '../problem.ts';
import { Collections } from '../routes/collection-routes.ts';
import { Conformance } from '../routes/conformance-route.ts';
import { CollectionDescription } from '../routes/describe-collection.ts';
import { Eligibility, RegionEligibility } from '../routes/eligibility-answer.ts';
import { LandingPage } from '../routes/landing-route.ts';
import type { NamedSchemas } from './schema-of.ts';

/** Schemas of what users send: defaults may be left out. */
export const INPUT_SCHEMAS: NamedSchemas = { Household, Line, Member };

/** Schemas that users of the API know by name. */
export const NAMED_SCHEMAS: NamedSchemas = {
  Axis,
  AxisResult,
  ChangeSet,
  Claim: DatasetClaim,
  Collection: CollectionDescription,
  Collections,
  Condition,
  Conformance,
  Cost,
  Eligibility,
  Evidence,
  Finding,
  LandingPage,
  Link,
  LocalizedText,
  Location,
  Mistake,
  OpenQuestion,
  Operator: DatasetOperator,
  OperatorAssessment,
  Plan,
  Problem,
  RegionEligibility,
  Restriction: DatasetRestriction,
  Source,
  Step,
  TraceStep,
  Verdict,
};
