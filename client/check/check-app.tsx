import { useMemo } from 'preact/hooks';
import { createAssessor } from '../../data/eligibility/create-assessor.ts';
import type { Dataset } from '../../data/schema/dataset.ts';
import type { IsoDate } from '../../data/schema/dates.ts';
import type { DeviceModel } from '../../data/schema/device.ts';
import { Household } from '../../data/schema/household.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { CheckResult } from './check-result.tsx';
import { HouseholdFields } from './household-fields.tsx';
import { LineFields } from './line-fields.tsx';
import { MemberFields } from './member-fields.tsx';
import { ShareLink } from './share-link.tsx';
import { useHousehold } from './use-household.ts';

/** The household check: a form and, below, the answer of the same rules that the server runs. */
export function CheckApp(props: {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  language: Language;
  asOf: IsoDate;
}) {
  const { dataset, devices, language, asOf } = props;
  const { check, verdictNames } = catalogueOf(language);
  const regionIds = useMemo(() => new Set(dataset.regions.map(({ id }) => id)), [dataset]);
  const assessor = useMemo(() => createAssessor(dataset, devices), [dataset, devices]);
  const { household, isChanged, isLost, round, change, restart } = useHousehold(regionIds);
  const parsed = Household.safeParse(household);
  const assessment = parsed.success ? assessor.assess(parsed.data, { asOf }) : undefined;
  const form = { dataset, devices, language, household, onChange: change };
  return (
    <>
      <div role="status">{isLost && <p>{check.damaged}</p>}</div>
      <form key={round} onSubmit={(event) => event.preventDefault()}>
        <MemberFields {...form} />
        <LineFields {...form} asOf={asOf} />
        <HouseholdFields {...form} />
      </form>
      <section aria-labelledby="result">
        <h2 id="result">{check.result}</h2>
        <p class="vh" role="status">
          {isChanged && assessment && check.announce(verdictNames[assessment.verdict])}
        </p>
        {assessment === undefined ? (
          <p>{check.invalid}</p>
        ) : (
          <CheckResult
            dataset={dataset}
            devices={devices}
            language={language}
            household={household}
            assessment={assessment}
          />
        )}
        <ShareLink language={language} onShare={() => change(household)} onRestart={restart} />
      </section>
    </>
  );
}
