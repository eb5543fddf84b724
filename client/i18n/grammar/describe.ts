import type { AxisResult, Reason } from '../../../data/core/schema/assessment.ts';
import type { Condition, Params } from '../../../data/core/schema/condition.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Change, Step } from '../../../data/core/schema/outlook.ts';
import { AXES } from '../../../data/core/schema/verdict.ts';
import { catalogueOf } from '../catalogue.ts';
import {
  colon,
  formatDate,
  formatList,
  formatNumber,
  formatQuestions,
  type ParamWords,
  semicolon,
} from './format.ts';
import type { Names } from './names.ts';

/** Sentences for the codes of an assessment, in one language. */
export interface Describe {
  /** One sentence per condition; those that only ask the operator about several axes become one. */
  conditions(conditions: readonly Condition[]): string[];
  /**
   * What an axis came to, by its reason: the sentence of the reason where that tells what is the matter, else its value and how
   * well it is known: `выдаёт · по сообщениям для этого региона`.
   */
  axis(result: AxisResult): string;
  /** Why an axis has its value, in a sentence. */
  reason(reason: Reason): string;
  /** The axes that say "no", by name and with the reason: `Число номеров: номеров 7, а тариф вмещает не больше 5.`; empty where none does. */
  against(results: readonly AxisResult[]): string;
  step(step: Step): string;
  change(change: Change): string;
}

/** Values of a parameter as texts, whether it is one value or a list. */
function textsOf(params: Params | undefined, ...keys: string[]): string[] {
  for (const key of keys) {
    const value = params?.[key];
    if (value !== undefined) return (Array.isArray(value) ? value : [value]).map(String);
  }
  return [];
}

/** Turns the parameters of a code into words; ids become names. */
export function createParamWords(
  params: Params | undefined,
  names: Names,
  language: Language,
): ParamWords {
  const { axes, labels } = catalogueOf(language);
  const listed =
    (type: 'conjunction' | 'disjunction') =>
    (name: (id: string) => string | undefined, fallback: string, ...keys: string[]): string => {
      const found = textsOf(params, ...keys).flatMap((id) => name(id) ?? []);
      return found.length === 0 ? fallback : formatList(language, found, type);
    };
  const named = listed('conjunction');
  const oneOf = listed('disjunction');
  const numberOf = (name: string): number | undefined => {
    const value = params?.[name];
    return typeof value === 'number' ? value : undefined;
  };
  const asked = AXES.filter((axis) => textsOf(params, 'axis').includes(axis));
  const wordIn = (words: Readonly<Record<string, string>>) => (key: string) => words[key];
  const kindOf = wordIn(labels.tariffKind);
  const tariffs = [
    ...textsOf(params, 'tariffKinds').flatMap((kind) => kindOf(kind) ?? []),
    ...textsOf(params, 'tariffs').map(labels.tariff),
  ];
  return {
    plan: named(names.plan, labels.anyPlan, 'planId'),
    operator: named(names.operator, labels.anyOperator, 'operatorId'),
    region: named(names.region, labels.anyRegion, 'regionId', 'regionIds'),
    regions: named(names.region, labels.anyRegion, 'regionIds', 'regionId'),
    exception: named(names.exception, labels.anyPlace, 'exceptionId'),
    holder: named(names.member, labels.anyHolder, 'holderId', 'memberId', 'memberIds'),
    line: named(names.line, labels.anyLine, 'lineId', 'lineIds'),
    lines: named(names.line, labels.anyLine, 'lineIds', 'lineId'),
    model: named(names.device, labels.anyModel, 'modelId'),
    device: named(names.deviceKind, labels.anyDevice, 'deviceKind'),
    tariffs: tariffs.length === 0 ? labels.anyTariff : formatList(language, tariffs, 'disjunction'),
    whether: formatQuestions(
      language,
      (asked.length === 0 ? (['sharedPlan'] as const) : asked).map((axis) => axes[axis].whether),
    ),
    channels: oneOf(wordIn(labels.channel), labels.anyChannel, 'channels', 'channel'),
    date: (name) => {
      const [day] = textsOf(params, name);
      return day === undefined ? labels.anyDay : formatDate(language, day);
    },
    number: (name) => {
      const value = numberOf(name);
      return value === undefined ? labels.anyNumber : formatNumber(language, value);
    },
    count: (name) => numberOf(name) ?? 0,
  };
}

/** Reasons that only say what the evidence comes to: there the value and its support are what a reader wants to know. */
const EVIDENCE_REASONS: readonly Reason['code'][] = [
  'claims-decide',
  'contradiction-resolved',
  'corroborated',
  'no-claim',
  'only-leads',
  'only-stale-claims',
  'only-later-claims',
  'own-number-line',
];

/** Puts all that has to be asked of the operator into one condition, where the first of them stood. */
function mergeQuestions(list: readonly Condition[]): Condition[] {
  const isToConfirm = (condition: Condition) => condition.code === 'confirm-with-operator';
  const axis = list.filter(isToConfirm).flatMap(({ params }) => textsOf(params, 'axis'));
  const first = list.findIndex(isToConfirm);
  return list.flatMap((condition, index) => {
    if (!isToConfirm(condition)) return [condition];
    return index === first ? [{ code: condition.code, params: { axis } }] : [];
  });
}

/** Sentences for codes: names of ids come from `names`. A step's own operator stands for a missing parameter. */
export function createDescribe(names: Names, language: Language): Describe {
  const { axes, conditions, reasons, steps, changes, supportNames } = catalogueOf(language);
  const words = (params: Params | undefined) => createParamWords(params, names, language);
  const reason = ({ code, params }: Reason) => reasons[code](words(params));
  const told = ({ axis, value, support, reason: why }: AxisResult) => {
    const known = value === 'unknown' || support === undefined ? undefined : supportNames[support];
    if (EVIDENCE_REASONS.includes(why.code)) {
      return `${axes[axis].values[value]} · ${known ?? reason(why)}`;
    }
    return known === undefined ? reason(why) : `${reason(why).replace(/[.。]$/, '')} · ${known}`;
  };
  return {
    conditions: (list) =>
      mergeQuestions(list).map(({ code, params }) => conditions[code](words(params))),
    reason,
    against: (results) =>
      results
        .filter(({ value }) => value === 'no')
        .map((result) => axes[result.axis].name + colon(language) + told(result))
        .join(semicolon(language)),
    axis: told,
    step: ({ code, params, operatorId }) =>
      steps[code](words(operatorId === undefined ? params : { operatorId, ...params })),
    change: ({ code, params }) => changes[code](words(params)),
  };
}
