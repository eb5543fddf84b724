import type { Confidence, Source } from '../../schema/claim.ts';
import type {
  DeviceModel,
  DeviceNoteCode,
  DeviceVariant,
  EsimSupport,
} from '../../schema/device.ts';
import type { Line } from '../../schema/household.ts';
import type { Method, Support } from '../../schema/verdict.ts';
import { type Outcome, requireAll } from '../claims/combine.ts';
import { NOTHING_KNOWN, plainOutcome } from '../claims/decide.ts';
import { weighSources } from '../claims/support.ts';

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
 * | a variant (or a model whose variants are alike) has none and takes a plastic card | `partial`: its line is a plastic one |
 * | the same, and it takes none: a watch without cellular radio | `no` |
 * | only sellers' lists say that it has none | `partial`: look for an EID |
 * | the model or variant is listed as unknown, or the model is not listed | `unknown`: look for an EID |
 * | a car that is not named: none is known that its owner can load | `unknown` |
 */
export function assessDevice({
  lines,
  devices,
}: {
  lines: readonly Line[];
  devices: DeviceCatalogue;
}): Outcome {
  const answers = lines.map((line) => ({ line, answer: answerFor(line, devices) }));
  const joined = requireAll(answers.map(({ answer }) => answer.outcome));
  const conditions = LINE_CONDITIONS.flatMap((code) => {
    const those = answers.filter(({ answer }) => answer.condition === code);
    const lineIds = those.map(({ line }) => line.id);
    return lineIds.length === 0 ? [] : [{ code, params: { lineIds } }];
  });
  return { ...joined, conditions: [...conditions, ...joined.conditions] };
}

/** Conditions that are named once for all lines that need them. */
const LINE_CONDITIONS = ['check-eid', 'plastic-line'] as const;

/** What a line's device gives; `condition`: a condition that is named once for all lines. */
type Answer = { outcome: Outcome; condition?: (typeof LINE_CONDITIONS)[number] };

function answerFor(line: Line, devices: DeviceCatalogue): Answer {
  const params = { lineId: line.id };
  if (line.deviceModelId === 'unknown') {
    return line.deviceKind === 'car'
      ? { outcome: { ...NOTHING_KNOWN, reason: { code: 'no-car-known', params } } }
      : {
          outcome: plainOutcome('partial', { code: 'device-unknown', params }),
          condition: 'check-eid',
        };
  }
  const known = devices.get(line.deviceModelId);
  if (known === undefined) {
    return { outcome: { ...NOTHING_KNOWN, reason: { code: 'device-unknown', params } } };
  }
  const record = recordOf(known, line);
  const modelParams: ModelParams = { ...params, modelId: known.model.id };
  if (record.esim === 'no' || record.notes.has('one-operator-only')) {
    return carriesNone(record, modelParams);
  }
  if (record.esim === 'yes') return carriesEsim(record, modelParams);
  const reason = { code: 'device-unknown' as const, params: modelParams };
  if (record.esim === 'unknown') {
    const support = known.model.lead === undefined ? NOTHING_KNOWN.support : 'lead';
    const outcome = { ...NOTHING_KNOWN, support, reason };
    return known.model.kind === 'car' ? { outcome } : { outcome, condition: 'check-eid' };
  }
  const checkMarket = {
    code: 'check-market-variant' as const,
    params: { modelId: known.model.id },
  };
  const outcome = plainOutcome('partial', reason, [checkMarket]);
  return { outcome: { ...outcome, ...record.grounds, support: record.support } };
}

type ModelParams = { lineId: string; modelId: string };

/** What is known of the unit in question: of its variant where one is named, else of the model. */
type DeviceRecord = {
  esim: EsimSupport;
  notes: ReadonlySet<DeviceNoteCode>;
  grounds: { method: Method; confidence: Confidence };
  /** Whether the unit takes a plastic card. */
  takesPlastic: boolean;
  /** A chip does not age, and is the same in every region: what its maker states is `stated`, all else `reported`. */
  support: Support;
};

function recordOf({ model, confidence }: CatalogueDevice, line: Line): DeviceRecord {
  const variant = model.variants.find(({ id }) => id === line.deviceVariantId);
  const { esim, method = 'stated', noteCodes } = variant ?? model;
  const weight = confidence[method];
  const isAuthority = method === 'stated' && (weight === 'official' || weight === 'register');
  const isOfOneOperator = model.noteCodes.includes('one-operator-only');
  return {
    esim,
    notes: new Set(isOfOneOperator ? [...noteCodes, 'one-operator-only'] : noteCodes),
    grounds: { method, confidence: weight },
    takesPlastic: takesPlastic(model, variant),
    support: isAuthority ? 'stated' : 'reported',
  };
}

const PLASTIC_NOTES: readonly DeviceNoteCode[] = [
  'nano-sim-only',
  'two-nano-sims-no-esim',
  'nano-sim-and-esim',
  'two-nano-sims-and-esim',
  'micro-sim-only',
];

/** A telephone has a place for a card unless it is known to have none; of anything else a source must say so. */
function takesPlastic(model: DeviceModel, variant: DeviceVariant | undefined): boolean {
  if (model.esimOnly || variant?.esimOnly) return false;
  const notes = [...model.noteCodes, ...(variant?.noteCodes ?? [])];
  if (notes.includes('no-cellular-radio') || notes.includes('makers-connection-only')) return false;
  return model.kind === 'phone' || PLASTIC_NOTES.some((code) => notes.includes(code));
}

/**
 * A device without eSIM that takes a card is no obstacle: its line is a plastic one. A seller's list that leaves a device
 * out may be wrong or old; anything better is taken at its word.
 */
function carriesNone(record: DeviceRecord, params: ModelParams): Answer {
  const { notes, grounds, support } = record;
  if (notes.has('sellers-lists-only') && !notes.has('one-operator-only')) {
    const outcome = plainOutcome('partial', { code: 'device-unknown', params });
    return { outcome: { ...outcome, ...grounds }, condition: 'check-eid' };
  }
  if (record.takesPlastic) {
    const outcome = plainOutcome('partial', { code: 'device-takes-plastic', params });
    return { outcome: { ...outcome, ...grounds }, condition: 'plastic-line' };
  }
  const outcome = plainOutcome('no', { code: 'device-cannot', params });
  return { outcome: { ...outcome, ...grounds, support } };
}

/** Press and sellers' lists are advice: the device itself has the last word, except on whose profiles it takes. */
function carriesEsim({ notes, grounds, support }: DeviceRecord, params: ModelParams): Answer {
  const reason = { code: 'devices-take-esim' as const, params };
  const isAdvice = grounds.confidence === 'press' || grounds.confidence === 'secondary';
  const condition = isAdvice ? { condition: 'check-eid' as const } : {};
  if (notes.has('foreign-profiles-unclear')) {
    const ask = {
      code: 'check-foreign-profiles' as const,
      params: { modelId: params.modelId },
    };
    return {
      outcome: { ...plainOutcome('partial', reason, [ask]), ...grounds, support },
      ...condition,
    };
  }
  // Where an EID settles the matter, that is a condition and rests on no evidence.
  return isAdvice
    ? { outcome: { ...plainOutcome('partial', reason), ...grounds }, ...condition }
    : { outcome: { ...plainOutcome('yes', reason), ...grounds, support } };
}
