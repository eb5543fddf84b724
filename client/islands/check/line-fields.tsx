import { useState } from 'preact/hooks';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { type Line, MAX_LINES } from '../../../data/core/schema/household.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { type FormProps, memberOptions, operatorOptions, regionOptions } from './check-model.ts';
import { DeviceFields, DeviceNotes, EidHelp } from './device-fields.tsx';
import { AddButton, RemoveButton, SelectField } from './field.tsx';
import { addLine, changeLine, moveLine, removeLine, setPayer } from './household-state.ts';

type LineProps = FormProps & { asOf: IsoDate };

/** The lines: user, holder, device, contract region, present operator, and who pays. */
export function LineFields(props: LineProps) {
  const { language, household, onChange } = props;
  const { check } = catalogueOf(language);
  const [said, setSaid] = useState('');
  const isFull = household.lines.length >= MAX_LINES;
  const add = (): void => {
    setSaid(check.addedLine(household.lines.length + 1));
    onChange(addLine(household, household.members[0]?.id ?? ''));
  };
  const remove = (lineId: string, position: number): void => {
    setSaid(check.removedLine(position));
    onChange(removeLine(household, lineId));
  };
  return (
    <section aria-labelledby="lines">
      <h2 id="lines">{check.lines}</h2>
      {household.lines.map((line, index) => (
        <fieldset key={line.id}>
          <legend>{check.line(index + 1)}</legend>
          <div class="row">
            <ContractFields {...props} line={line} />
            <DeviceFields {...props} line={line} />
            <label class="tick">
              <input
                type="radio"
                name="payer"
                checked={line.payer}
                onChange={() => onChange(setPayer(household, line.id))}
              />
              {check.payer}
            </label>
            {household.lines.length > 1 && (
              <RemoveButton
                label={check.remove(check.line(index + 1))}
                onRemove={() => remove(line.id, index + 1)}
              />
            )}
          </div>
          <DeviceNotes {...props} line={line} />
        </fieldset>
      ))}
      <AddButton
        label={check.addLine}
        count={household.lines.length}
        isFull={isFull}
        full={check.full}
        said={said}
        onAdd={add}
      />
      <EidHelp language={language} />
    </section>
  );
}

/** Who uses a line, who signs for it, where, and with whom it is now. */
function ContractFields({ line, ...props }: LineProps & { line: Line }) {
  const { dataset, language, household, onChange, asOf } = props;
  const { check } = catalogueOf(language);
  const members = memberOptions(household, language);
  const change = (values: Partial<Line>) => onChange(changeLine(household, line.id, values));
  return (
    <>
      <SelectField
        label={check.user}
        value={line.memberId}
        options={members}
        onChoose={(memberId) => change({ memberId })}
      />
      <SelectField
        label={check.holder}
        value={line.holderId ?? ''}
        options={[['', check.holderDefault], ...members]}
        onChoose={(value) => change({ holderId: value === '' ? undefined : value })}
      />
      <SelectField
        label={check.region}
        value={line.contractRegionId}
        options={regionOptions(dataset, language)}
        onChoose={(regionId) => onChange(moveLine(household, line.id, regionId))}
      />
      <SelectField
        label={check.operator}
        value={line.operatorId}
        options={[['any', check.operatorAny], ...operatorOptions(dataset, language, asOf)]}
        onChoose={(operatorId) => change({ operatorId })}
      />
    </>
  );
}
