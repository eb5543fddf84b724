import type { DeviceModel, DeviceNoteCode, EsimSupport } from '../../schema/device.ts';
import type { Line } from '../../schema/household.ts';
import type { Confidence, Method, Source } from '../../schema/source.ts';
import type { Support } from '../../schema/support.ts';
import { requireAll } from '../claims/combine.ts';
import { NOTHING_KNOWN, type Outcome, plainOutcome } from '../claims/decide.ts';
import { weighSources } from '../claims/strength.ts';
import type { HouseholdContext } from './axis-context.ts';

/** A model with the weight of what is known of it: of what sources state, and of what is concluded from them. */
export type CatalogueDevice = {
  model: DeviceModel;
  confidence: Readonly<Record<'stated' | 'inferred', Confidence>>;
};

/** Models by id. */
export type DeviceCatalogue = ReadonlyMap<string, CatalogueDevice>;

/** Indexes the catalogue; what is stated of a model is as well supported as its strongest source, a conclusion as its weakest. */
export function indexDevices(
  models: readonly DeviceModel[],
  sources: readonly Source[],
): DeviceCatalogue {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return new Map(
    models.map((model) => {
      const cited = model.sourceIds.flatMap((id) => byId.get(id) ?? []);
      const stated = weighSources('stated', cited).confidence;
      const inferred = weighSources('inferred', cited).confidence;
      return [model.id, { model, confidence: { stated, inferred } }];
    }),
  );
}

/**
 * Can each device take an operator's profile?
 *
 * | What is known | Value |
 * |---|---|
 * | the model is not named | `partial`: look for an EID on the device, which anyone can |
 * | a variant (or a model whose variants are alike) has an eSIM chip, says its maker or a register | `yes` |
 * | the same, say press or sellers' lists | `partial`: look for an EID |
 * | it has a chip, and whether it takes a Russian operator's profile is unclear | `partial`: ask, an EID does not tell |
 * | its eSIM works with a single operator abroad | `no`: of no use here |
 * | the model's variants differ and the variant is not named | `partial`: find out which market it was made for |
 * | a variant (or a model whose variants are alike) has none, stated or concluded | `no` |
 * | the same, and only sellers' lists say so | `partial`: look for an EID |
 * | the model or variant is listed as unknown, or the model is not listed | `unknown` |
 */
export function assessDevice({ lines, devices }: HouseholdContext): Outcome {
  const answers = lines.map((line) => ({ line, answer: answerFor(line, devices) }));
  const lineIds = answers.flatMap(({ line, answer }) => (answer.checkEid ? [line.id] : []));
  const joined = requireAll(answers.map(({ answer }) => answer.outcome));
  if (lineIds.length === 0) return joined;
  const checkEid = { code: 'check-eid' as const, params: { lineIds } };
  return { ...joined, conditions: [checkEid, ...joined.conditions] };
}

/** `checkEid`: the condition is named once for all lines that need it. */
type Answer = { outcome: Outcome; checkEid: boolean };

function answerFor(line: Line, devices: DeviceCatalogue): Answer {
  const params = { lineId: line.id };
  if (line.deviceModelId === 'unknown') {
    return { outcome: plainOutcome('partial', { code: 'device-unknown', params }), checkEid: true };
  }
  const known = devices.get(line.deviceModelId);
  if (known === undefined) {
    return {
      outcome: { ...NOTHING_KNOWN, reason: { code: 'device-unknown', params } },
      checkEid: false,
    };
  }
  const record = recordOf(known, line);
  const modelParams: ModelParams = { ...params, modelId: known.model.id };
  if (record.esim === 'no' || record.notes.has('one-operator-only')) {
    return carriesNone(record, modelParams);
  }
  if (record.esim === 'yes') return carriesEsim(record, modelParams);
  const reason = { code: 'device-unknown' as const, params: modelParams };
  if (record.esim === 'unknown') {
    return { outcome: { ...NOTHING_KNOWN, reason }, checkEid: false };
  }
  const checkMarket = {
    code: 'check-market-variant' as const,
    params: { modelId: known.model.id },
  };
  const outcome = plainOutcome('partial', reason, [checkMarket]);
  return { outcome: { ...outcome, ...record.grounds, support: record.support }, checkEid: false };
}

type ModelParams = { lineId: string; modelId: string };

/** What is known of the unit in question: of its variant where one is named, else of the model. */
type DeviceRecord = {
  esim: EsimSupport;
  notes: ReadonlySet<DeviceNoteCode>;
  grounds: { method: Method; confidence: Confidence };
  /** A chip does not age, and is the same in every region: what its maker states is `stated`, all else `reported`. */
  support: Support;
};

function recordOf({ model, confidence }: CatalogueDevice, line: Line): DeviceRecord {
  const variant = model.variants.find(({ id }) => id === line.deviceVariantId);
  const { esim, method = 'stated', noteCodes } = variant ?? model;
  const weight = confidence[method];
  const isAuthority = method === 'stated' && (weight === 'official' || weight === 'register');
  return {
    esim,
    notes: new Set(noteCodes),
    grounds: { method, confidence: weight },
    support: isAuthority ? 'stated' : 'reported',
  };
}

/** A seller's list that leaves a device out may be wrong or old; anything better is taken at its word. */
function carriesNone({ notes, grounds, support }: DeviceRecord, params: ModelParams): Answer {
  const isDoubtful = notes.has('sellers-lists-only') && !notes.has('one-operator-only');
  const outcome = isDoubtful
    ? plainOutcome('partial', { code: 'device-unknown', params })
    : plainOutcome('no', { code: 'device-cannot', params });
  return isDoubtful
    ? { outcome: { ...outcome, ...grounds }, checkEid: true }
    : { outcome: { ...outcome, ...grounds, support }, checkEid: false };
}

/** Press and sellers' lists are advice: the device itself has the last word, except on whose profiles it takes. */
function carriesEsim({ notes, grounds, support }: DeviceRecord, params: ModelParams): Answer {
  const reason = { code: 'devices-take-esim' as const, params };
  const checkEid = grounds.confidence === 'press' || grounds.confidence === 'secondary';
  if (notes.has('foreign-profiles-unclear')) {
    const ask = {
      code: 'check-foreign-profiles' as const,
      params: { modelId: params.modelId },
    };
    return {
      outcome: { ...plainOutcome('partial', reason, [ask]), ...grounds, support },
      checkEid,
    };
  }
  // Where an EID settles the matter, that is a condition and rests on no evidence.
  return checkEid
    ? { outcome: { ...plainOutcome('partial', reason), ...grounds }, checkEid }
    : { outcome: { ...plainOutcome('yes', reason), ...grounds, support }, checkEid };
}
