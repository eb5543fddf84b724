import { useState } from 'preact/hooks';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import {
  AGE_BANDS,
  type Line,
  MAX_LINES,
  MAX_MEMBERS,
  MAX_OTHER_NUMBERS,
  type Member,
} from '../../../data/core/schema/household.ts';
import { CITIZENSHIPS } from '../../../data/core/schema/law.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { colon, comma, formatNumber } from '../../i18n/grammar/format.ts';
import { DeviceFields, DeviceNotes } from './device-fields.tsx';
import {
  addLine,
  addMember,
  changeLine,
  changeMember,
  removeLine,
  removeMember,
  setPayer,
} from './edit-household.ts';
import { AddButton, NumberField, RemoveButton, SelectField } from './field.tsx';
import { type FormProps, memberOptions, operatorOptions, regionOptions } from './form-props.ts';

type PeopleProps = FormProps & { asOf: IsoDate };
type PersonProps = PeopleProps & {
  member: Member;
  position: number;
  /** Says what was added or taken away. */
  onSay(said: string): void;
};

const PEOPLE = { within: 'section', each: 'fieldset' };
const LINES = { within: 'fieldset', each: '.line' };

/** The people, each with their devices: ages as bands, no names; what few families need is folded. */
export function PeopleFields(props: PeopleProps) {
  const { language, household, onChange } = props;
  const { check } = catalogueOf(language);
  const [said, setSaid] = useState('');
  const add = (): void => {
    const next = addMember(household);
    setSaid(check.addedPerson(next.members.length, next.lines.length > household.lines.length));
    onChange(next);
  };
  return (
    <section aria-labelledby="people">
      <h2 id="people">{check.people}</h2>
      {household.members.map((member, index) => (
        <Person key={member.id} {...props} member={member} position={index + 1} onSay={setSaid} />
      ))}
      <AddButton
        label={check.addPerson}
        count={household.members.length}
        isFull={household.members.length >= MAX_MEMBERS}
        parts={PEOPLE}
        onAdd={add}
      />{' '}
      <span class="hint" role="status">
        {said}
      </span>
      {household.members.length >= MAX_MEMBERS && <span class="hint"> {check.full}</span>}
    </section>
  );
}

function Person(props: PersonProps) {
  const { member, position, onSay, language, household, onChange } = props;
  const { check, labels } = catalogueOf(language);
  const lines = household.lines.filter(({ memberId }) => memberId === member.id);
  const remove = (): void => {
    onSay(check.removedPerson(position, lines.length > 0));
    onChange(removeMember(household, member.id));
  };
  const add = (): void => {
    onSay(check.addedLine(household.lines.length + 1));
    onChange(addLine(household, member.id));
  };
  const pays = lines.some(({ payer }) => payer);
  return (
    <fieldset>
      <legend>{check.person(position) + (pays ? comma(language) + check.pays : '')}</legend>
      <div class="row">
        <SelectField
          label={check.age}
          value={member.ageBand}
          options={AGE_BANDS.map((band) => [band, labels.ageBand[band]])}
          onChoose={(ageBand) => onChange(changeMember(household, member.id, { ageBand }))}
        />
        {lines.map((line) => (
          <LineRow key={line.id} {...props} line={line} isOnly={lines.length === 1} />
        ))}
      </div>
      {lines.map((line) => (
        <DeviceNotes key={line.id} {...props} line={line} />
      ))}
      <details class="more" aria-label={check.person(position)}>
        <summary>{check.morePerson}</summary>
        <div class="row">
          <PersonDetails {...props} />
          {lines.map((line) => (
            <LineDetails key={line.id} {...props} line={line} />
          ))}
        </div>
      </details>
      <AddButton
        label={check.addDevice}
        count={lines.length}
        isFull={household.lines.length >= MAX_LINES}
        parts={LINES}
        onAdd={add}
      />{' '}
      {household.members.length > 1 && (
        <RemoveButton label={check.remove(check.person(position))} onRemove={remove} />
      )}
    </fieldset>
  );
}

/** Device and present operator of one line. */
function LineRow({ line, isOnly, ...props }: PersonProps & { line: Line; isOnly: boolean }) {
  const { dataset, language, household, onChange, asOf } = props;
  const { check } = catalogueOf(language);
  const number = household.lines.indexOf(line) + 1;
  const remove = (): void => {
    props.onSay(check.removedLine(number));
    onChange(removeLine(household, line.id));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the person's would be read twice
    <div class="line row" role="group" aria-label={check.line(number)}>
      <DeviceFields {...props} line={line} />
      <SelectField
        label={check.operator}
        value={line.operatorId}
        options={[['any', check.operatorAny], ...operatorOptions(dataset, language, asOf)]}
        onChoose={(operatorId) => onChange(changeLine(household, line.id, { operatorId }))}
      />
      {!isOnly && <RemoveButton label={check.remove(check.line(number))} onRemove={remove} />}
    </div>
  );
}

function PersonDetails({ member, language, household, onChange }: PersonProps) {
  const { check, labels } = catalogueOf(language);
  return (
    <>
      <SelectField
        label={check.citizenship}
        value={member.citizenship}
        options={CITIZENSHIPS.map((each) => [each, labels.citizenship[each]])}
        onChoose={(citizenship) => onChange(changeMember(household, member.id, { citizenship }))}
      />
      <NumberField
        label={check.otherNumbers}
        value={member.otherNumbers}
        max={MAX_OTHER_NUMBERS}
        refusal={check.wholeNumber(
          formatNumber(language, MAX_OTHER_NUMBERS),
          formatNumber(language, member.otherNumbers),
        )}
        onChoose={(otherNumbers) => onChange(changeMember(household, member.id, { otherNumbers }))}
      />
    </>
  );
}

/** Who signs for a line, where, and whether it pays for all. */
function LineDetails({ line, ...props }: PersonProps & { line: Line }) {
  const { dataset, language, household, onChange } = props;
  const { check } = catalogueOf(language);
  const number = check.line(household.lines.indexOf(line) + 1);
  const named = (label: string) => number + colon(language) + label;
  const change = (values: Partial<Line>) => onChange(changeLine(household, line.id, values));
  return (
    <>
      <SelectField
        label={named(check.holder)}
        value={line.holderId ?? ''}
        options={[['', check.holderDefault], ...memberOptions(household, language)]}
        onChoose={(value) => change({ holderId: value === '' ? undefined : value })}
      />
      <SelectField
        label={named(check.region)}
        value={line.contractRegionId}
        options={regionOptions(dataset, language)}
        onChoose={(contractRegionId) => change({ contractRegionId })}
      />
      <label class="tick">
        <input
          type="radio"
          name="payer"
          checked={line.payer}
          onChange={() => onChange(setPayer(household, line.id))}
        />
        {named(check.payer)}
      </label>
    </>
  );
}
