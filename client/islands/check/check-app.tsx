import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { createAssessor } from '../../../data/core/eligibility/create-assessor.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { DeviceModel } from '../../../data/core/schema/device.ts';
import { Household } from '../../../data/core/schema/household.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { CheckResult } from './check-result.tsx';
import { HouseholdFields, MemberFields } from './household-fields.tsx';
import { fromFragment, isDamaged, isOfHousehold, toFragment } from './household-state.ts';
import { LineFields } from './line-fields.tsx';

/** Copies the link that holds the answers, and says what became of it; starts the description afresh. */
export function ShareLink(props: {
  language: Language;
  /** Puts the answers into the address. */
  onShare(): void;
  onRestart(): void;
}) {
  const { check } = catalogueOf(props.language);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    setSaid('');
    props.onShare();
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid(check.linkCopied);
    } catch {
      setSaid(check.linkNotCopied);
    }
  };
  return (
    <>
      <h3>{check.share}</h3>
      <p class="hint">{check.shareNote}</p>
      <p class="acts">
        <button type="button" onClick={() => void copy()}>
          {check.copyLink}
        </button>
        <button type="button" onClick={props.onRestart}>
          {check.reset}
        </button>
      </p>
      <div class="hint" role="status">
        {said}
      </div>
    </>
  );
}

/** The household of the form; it lives in the address. */
export interface HouseholdInAddress {
  household: Household;
  /** Whether the reader has changed it: an answer that changes is announced. */
  isChanged: boolean;
  /** Whether the link that was opened last was to hold a household and held none. */
  isLost: boolean;
  /** Another number whenever all fields start afresh, so that nothing half typed outlives it. */
  round: number;
  change(next: Household): void;
  restart(): void;
}

const putIntoAddress = (household: Household): void =>
  history.replaceState(null, '', toFragment(household));

/** Keeps the household and the fragment of the address alike. */
export function useHousehold(regionIds: ReadonlySet<RegionId>): HouseholdInAddress {
  const read = () => ({
    household: fromFragment(location.hash, regionIds),
    isLost: isDamaged(location.hash, regionIds),
  });
  const [state, setState] = useState(() => ({ ...read(), isChanged: false, round: 0 }));
  // With the drawing, not after it: what follows at once must find the household of now.
  useLayoutEffect(() => {
    const follow = (): void => {
      if (isOfHousehold(location.hash)) setState({ ...state, ...read(), round: state.round + 1 });
      else putIntoAddress(state.household);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [regionIds, state]);
  const set = (household: Household, round: number): void => {
    setState({ household, isChanged: true, isLost: false, round });
    putIntoAddress(household);
  };
  return {
    ...state,
    change: (next) => set(next, state.round),
    restart: () => set(fromFragment('', regionIds), state.round + 1),
  };
}

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
