import { useEffect, useMemo, useState } from 'preact/hooks';
import { createAssessor } from '../../../data/core/eligibility/create-assessor.ts';
import type { Assessment } from '../../../data/core/schema/assessment.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { DeviceModel } from '../../../data/core/schema/device.ts';
import { Household } from '../../../data/core/schema/household.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { ActionModel } from '../../components/card/action-model.ts';
import { createCardModel } from '../../components/card/card-model.ts';
import { VerdictMark } from '../../components/verdict-icon.tsx';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { CheckResult } from './check-result.tsx';
import type { DeviceLookUp } from './device-look-up.ts';
import { MoreFields, StartFields } from './family-fields.tsx';
import { useDevices } from './form-props.ts';
import { homeRegion, NO_REGION, useHousehold } from './household-address.ts';
import { PeopleFields } from './people-fields.tsx';

/** What the check works with. */
interface CheckProps {
  dataset: Dataset;
  /** Loads the catalogue of devices. */
  loadDevices(): Promise<DeviceLookUp>;
  language: Language;
  asOf: IsoDate;
}

/**
 * The answer for a household, first without what would change it, which is nine tenths of the work: the bar has to
 * follow a key on a slow telephone. The whole answer comes once the reader pauses.
 */
function useAssessment(
  { dataset, asOf }: CheckProps,
  devices: readonly DeviceModel[],
  household: Household,
  isWanted: boolean,
) {
  const assessor = useMemo(() => createAssessor(dataset, devices), [dataset, devices]);
  const quick = useMemo((): Assessment | undefined => {
    const { data } = Household.safeParse(household);
    return data && isWanted ? assessor.assess(data, { asOf, outlook: false }) : undefined;
  }, [assessor, household, asOf, isWanted]);
  const [whole, setWhole] = useState<{ of: Household; assessment: Assessment }>();
  useEffect(() => {
    if (quick === undefined) return;
    const timer = setTimeout(() => {
      setWhole({ of: household, assessment: assessor.assess(household, { asOf }) });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [assessor, household, asOf, quick]);
  return whole?.of === household ? whole.assessment : quick;
}

/** A pause after which nobody is typing. */
const PAUSE_MS = 150;

/** What is drawn first and what follows: the form, the answer worked out, put into words, and all that stands below it. */
const PARTS = { form: 0, assessment: 1, words: 2, result: 3 } as const;

/**
 * Counts the parts that are due, one more after each picture: in one stretch they would hold up a finger on a slow telephone,
 * and the form would wait for an answer that nobody can read yet.
 */
function usePartsDue(): number {
  const [due, setDue] = useState<number>(PARTS.form);
  useEffect(() => {
    if (due === PARTS.result) return;
    const timer = setTimeout(() => setDue(due + 1));
    return () => clearTimeout(timer);
  }, [due]);
  return due;
}

/** The household check: two questions, the people, and the answer of the same rules that the server runs. */
export function CheckApp(props: CheckProps) {
  const { dataset, loadDevices, language } = props;
  const { check } = catalogueOf(language);
  const regionIds = useMemo(() => new Set(dataset.regions.map(({ id }) => id)), [dataset]);
  const { household, isLost, round, change, restart } = useHousehold(regionIds);
  const isNamed = household.lines.some(({ deviceModelId }) => deviceModelId !== 'unknown');
  const devices = useDevices(loadDevices, isNamed);
  const { models } = devices.state;
  const due = usePartsDue();
  const assessment = useAssessment(props, models, household, due >= PARTS.assessment);
  const isWorded = due >= PARTS.words;
  const model = useMemo(
    () =>
      assessment && isWorded
        ? createCardModel({ dataset, devices: models, language, household, assessment })
        : undefined,
    [dataset, models, language, household, assessment, isWorded],
  );
  const isDrawn = due === PARTS.result;
  const form = { ...props, devices, household, onChange: change };
  return (
    <>
      <div role="status">{isLost && <p>{check.damaged}</p>}</div>
      <form key={round} onSubmit={(event) => event.preventDefault()}>
        <StartFields {...form} />
        <PeopleFields {...form} />
        <MoreFields {...form} />
        <AnswerBar model={model?.action} isDue={isDrawn} language={language} />
      </form>
      <section aria-labelledby="result">
        <h2 id="result" tabIndex={-1}>
          {check.result}
        </h2>
        {!isDrawn ? null : model === undefined ? (
          <p>{homeRegion(household) === NO_REGION ? check.noRegionLong : check.invalid}</p>
        ) : (
          <CheckResult model={model} devices={models} household={household} />
        )}
        <ShareLink language={language} onShare={() => change(household)} onRestart={restart} />
      </section>
    </>
  );
}

/** The answer in a line that stays in view while the form is filled in, and leads to the whole of it. */
function AnswerBar({
  model,
  isDue,
  language,
}: {
  model: ActionModel | undefined;
  /** Whether without a model there will be none: before, nothing is said that would be taken back at once. */
  isDue: boolean;
  language: Language;
}) {
  const { check, action, verdictNames } = catalogueOf(language);
  return (
    <p class="answer-bar" data-verdict={model?.verdict ?? 'unknown'} data-support={model?.support}>
      <VerdictMark verdict={model?.verdict ?? 'unknown'} />
      <span role="status">
        {model === undefined ? (
          isDue && check.noRegion
        ) : (
          <>
            <b>{verdictNames[model.verdict]}</b> <small>{action.supportShort[model.support]}</small>
          </>
        )}
      </span>
      {model !== undefined && <a href="#result">{check.toAnswer}</a>}
    </p>
  );
}

/** Copies the link that holds the answers, and says what became of it; starts the description afresh. */
function ShareLink(props: {
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
