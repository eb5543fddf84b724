import type { Params } from '../../schema/condition.ts';
import type { Line } from '../../schema/household.ts';
import type { Confidence } from '../../schema/source.ts';
import { type HouseholdContext, plainOutcome } from '../axis-context.ts';
import type { Outcome } from '../decide.ts';
import type { DeviceCatalogue } from '../device-catalogue.ts';
import { requireAll } from '../require-all.ts';

/**
 * Can each device take an operator's profile?
 *
 * | What is known | Value |
 * |---|---|
 * | the model is not named | `partial`: look for an EID on the device, which anyone can |
 * | a variant (or a model whose variants are alike) has an eSIM chip, says its maker or a register | `yes` |
 * | the same, say press or sellers' lists | `partial`: look for an EID |
 * | the model's variants differ and the variant is not named | `partial`: find out which market it was made for |
 * | a variant (or a model whose variants are alike) has none | `no` |
 * | the model or variant is listed as unknown, or the model is not listed | `unknown` |
 */
export function assessDevice({ household, devices }: HouseholdContext): Outcome {
  const answers = household.lines.map((line) => ({ line, answer: answerFor(line, devices) }));
  const lineIds = answers.flatMap(({ line, answer }) => (answer.checkEid ? [line.id] : []));
  const joined = requireAll(answers.map(({ answer }) => answer.outcome));
  if (lineIds.length === 0) return joined;
  const checkEid = { code: 'check-eid' as const, params: { lineIds } };
  return { ...joined, conditions: [checkEid, ...joined.conditions] };
}

/** `checkEid`: the condition is named once for all lines that need it. */
type Answer = { outcome: Outcome; checkEid: boolean };

function answerFor(line: Line, devices: DeviceCatalogue): Answer {
  const params: Params = { lineId: line.id };
  if (line.deviceModelId === 'unknown') {
    return { outcome: plainOutcome('partial', { code: 'device-unknown', params }), checkEid: true };
  }
  const known = devices.get(line.deviceModelId);
  if (known === undefined) {
    return {
      outcome: plainOutcome('unknown', { code: 'device-unknown', params }),
      checkEid: false,
    };
  }
  const { model, confidence } = known;
  const variant = model.variants.find(({ id }) => id === line.deviceVariantId);
  const esim = (variant ?? model).esim;
  const modelParams: Params = { ...params, modelId: model.id };
  if (esim === 'yes') return carriesEsim(confidence, modelParams);
  if (esim === 'no') {
    const outcome = plainOutcome('no', { code: 'device-cannot', params: modelParams });
    return { outcome: { ...outcome, method: 'stated', confidence }, checkEid: false };
  }
  const reason = { code: 'device-unknown' as const, params: modelParams };
  if (esim === 'unknown') return { outcome: plainOutcome('unknown', reason), checkEid: false };
  const checkMarket = { code: 'check-market-variant' as const, params: { modelId: model.id } };
  return {
    outcome: { ...plainOutcome('partial', reason, [checkMarket]), method: 'stated', confidence },
    checkEid: false,
  };
}

/** Press and sellers' lists are advice: the device itself has the last word. */
function carriesEsim(confidence: Confidence, params: Params): Answer {
  const checkEid = confidence === 'press' || confidence === 'secondary';
  const outcome = plainOutcome(checkEid ? 'partial' : 'yes', { code: 'devices-take-esim', params });
  return { outcome: { ...outcome, method: 'stated', confidence }, checkEid };
}
