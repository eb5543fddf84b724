import { claimsById } from '../../data/core/eligibility/claims/claim-index.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import {
  Outcome,
  ReportChannel,
  SUBJECT_KEYS,
  type SubjectKey,
  Tried,
} from '../../data/core/schema/report.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { reportFields } from '../components/context/reports.ts';
import { Document } from '../components/document.tsx';
import { ReportErrors } from '../components/report-answer.tsx';
import { reportWordsOf } from '../i18n/catalogue.ts';
import { colon, formatDate } from '../i18n/grammar/format.ts';
import { byName, createNames, deviceName, planName } from '../i18n/grammar/names.ts';

/** Where the form of a report is sent. */
const REPORT_ACTION = '/api/v1/reports';

/** How many months back the form offers. */
const MONTHS = 24;

interface ReportPageProps {
  context: PageContext;
  language: Language;
  /** What is filled in: the query of the address, or what was sent and refused. */
  values: Readonly<Record<string, string>>;
  /** What has to be changed before the report can be sent, a sentence each. */
  errors?: readonly string[];
}

/** `/{lang}/report`: the form of an experience, or of a correction where the address names a fact. Complete without scripts. */
export function ReportPage(props: ReportPageProps) {
  const { context, language, errors = [] } = props;
  const words = reportWordsOf(language);
  const values = reportFields(props.values);
  const subject = SUBJECT_KEYS.find((key) => values[key] !== undefined);
  const title = subject === undefined ? words.title : words.correctionTitle;
  return (
    <Document
      context={context}
      language={language}
      path="/report"
      title={title}
      description={words.description}
      entry="report"
    >
      <main id="main" class="text">
        <h1>{title}</h1>
        <p>{subject === undefined ? words.lead : words.correctionLead}</p>
        <div role="alert" id="report-errors">
          <ReportErrors words={words} errors={errors} />
        </div>
        <form
          id="report"
          class="report"
          method="post"
          action={REPORT_ACTION}
          data-language={language}
        >
          <input type="hidden" name="lang" value={language} />
          {subject === undefined ? (
            <ExperienceFields context={context} language={language} values={values} />
          ) : (
            <CorrectionFields
              context={context}
              language={language}
              values={values}
              subject={subject}
            />
          )}
          <p>
            <button type="submit">{words.send}</button>
          </p>
          <p id="report-status" role="status" />
          <noscript>
            <p class="hint">{words.noScript}</p>
          </noscript>
        </form>
      </main>
    </Document>
  );
}

interface FieldsProps {
  context: PageContext;
  language: Language;
  values: Readonly<Record<string, string>>;
}

function ExperienceFields({ context, language, values }: FieldsProps) {
  const words = reportWordsOf(language);
  const { dataset, asOf } = context;
  const names = createNames({ dataset }, language);
  const regions = byName(language, dataset.regions, ({ id }) => names.region(id) ?? id);
  const operators = byName(
    language,
    dataset.operators.filter(({ market }) => market === 'consumer'),
    ({ brand }) => brand[language],
  );
  const plan = dataset.operators
    .find(({ id }) => id === values.operatorId)
    ?.plans.find(({ id }) => id === values.planId);
  return (
    <>
      <input type="hidden" name="kind" value="experience" />
      {plan !== undefined && (
        <p>
          <input type="hidden" name="planId" value={plan.id} />
          {words.plan + colon(language) + planName(plan, language)}
        </p>
      )}
      <div class="row">
        <Choice
          name="regionId"
          label={words.region}
          chosen={values.regionId}
          first={words.choose}
          options={regions.map(({ id }) => [id, names.region(id) ?? id])}
        />
        <Choice
          name="operatorId"
          label={words.operator}
          chosen={values.operatorId}
          first={words.choose}
          options={operators.map(({ id, brand }) => [id, brand[language]])}
        />
      </div>
      <Radios
        name="tried"
        label={words.tried}
        chosen={values.tried}
        options={Tried.options.map((value) => [value, words.triedWords[value]])}
      />
      <Radios
        name="outcome"
        label={words.outcome}
        chosen={values.outcome}
        options={Outcome.options.map((value) => [value, words.outcomeWords[value]])}
      />
      <div class="row">
        <Choice
          name="month"
          label={words.month}
          chosen={values.month ?? asOf.slice(0, 7)}
          options={monthsBefore(asOf).map((month) => [month, formatDate(language, month)])}
        />
        <Choice
          name="channel"
          label={words.channel}
          chosen={values.channel}
          first="—"
          isOptional
          options={ReportChannel.options.map((value) => [value, words.channelWords[value]])}
        />
      </div>
      <Text name="text" label={words.text} hint={words.textHint} value={values.text} />
    </>
  );
}

function CorrectionFields({
  context,
  language,
  values,
  subject,
}: FieldsProps & { subject: SubjectKey }) {
  const words = reportWordsOf(language);
  const id = values[subject] ?? '';
  return (
    <>
      <input type="hidden" name="kind" value="correction" />
      <input type="hidden" name={subject} value={id} />
      <p>
        {words.correctionOf[subject] + colon(language)}
        <q>{subjectText(context, language, subject, id)}</q>
      </p>
      <Text name="wrong" label={words.wrong} value={values.wrong} isRequired />
      <Text
        name="right"
        label={words.right}
        hint={words.textHint}
        value={values.right}
        isRequired
      />
      <label>
        {words.source}
        <input type="url" name="sourceUrl" maxLength={500} value={values.sourceUrl ?? ''} />
      </label>
    </>
  );
}

/** The fact in words; its id where the page has no words for it. */
function subjectText(
  { dataset, devices }: PageContext,
  language: Language,
  subject: SubjectKey,
  id: string,
): string {
  if (subject === 'claimId') return claimsById(dataset).get(id)?.statement[language] ?? id;
  const device = subject === 'deviceId' ? devices.find((model) => model.id === id) : undefined;
  return device === undefined ? id : deviceName(device);
}

function monthsBefore(day: string): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

type Options = readonly (readonly [value: string, text: string])[];

function Choice(props: {
  name: 'regionId' | 'operatorId' | 'channel' | 'month';
  label: string;
  chosen: string | undefined;
  /** Text of the entry that chooses nothing. */
  first?: string;
  isOptional?: boolean;
  options: Options;
}) {
  const { name, label, chosen, first, isOptional = false, options } = props;
  return (
    <label>
      {label}
      <select name={name} required={!isOptional}>
        {first !== undefined && <option value="">{first}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Radios(props: {
  name: 'tried' | 'outcome';
  label: string;
  chosen: string | undefined;
  options: Options;
}) {
  const { name, label, chosen, options } = props;
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map(([value, text]) => (
        <label key={value} class="tick">
          <input type="radio" name={name} value={value} checked={value === chosen} required />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function Text(props: {
  name: 'text' | 'wrong' | 'right';
  label: string;
  hint?: string;
  value: string | undefined;
  isRequired?: boolean;
}) {
  const { name, label, hint, value, isRequired = false } = props;
  return (
    <label>
      {label}
      {hint !== undefined && <span class="hint"> {hint}</span>}
      <textarea name={name} rows={3} maxLength={500} required={isRequired}>
        {value ?? ''}
      </textarea>
    </label>
  );
}
