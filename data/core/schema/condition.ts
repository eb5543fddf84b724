import * as z from 'zod';

/**
 * What must hold for a `partial` to become true in real life. Codes here, words in `client/i18n`:
 * a new code is a type error there until each language has its sentence.
 */
export const CONDITION_CODES = [
  /** Evidence is old or undated: ask the operator before relying on it. params: axis */
  'confirm-with-operator',
  /** No operator says that an eSIM line is treated like a plastic SIM in a shared plan. */
  'esim-treated-as-plastic',
  /** The operator's issue channel (online, app, shop) for this region was not found. */
  'issue-channel-unknown',
  /** The plan's terms could not be read, or no page with them was found. params: planId */
  'terms-not-read',
  /**
   * Seen only in an archived tariff, in an old copy, for another region or without one: ask whether new customers can
   * have it here. params: planId
   */
  'plan-openness-unknown',
  /** Only owners of these tariffs can open the group. params: tariffs (list of names), tariffKinds (list of codes) */
  'payer-needs-tariff',
  /** Each member has a package of their own that the payer pays for; nothing is pooled. */
  'payer-funded-not-pooled',
  /** How many lines fit depends on the payer's tariff. params: minLines, maxLines */
  'line-limit-depends-on-tariff',
  /** The source does not say whether its number of lines includes the payer's. params: minLines, maxLines */
  'payer-may-count',
  /** All numbers must be of this tariff area. params: regionIds (list) */
  'same-tariff-area',
  /** Part of the region has other terms. params: exceptionId */
  'local-exception',
  /** Members with foreign citizenship must visit an office. */
  'visit-office',
  /** SNILS, confirmed Gosuslugi account and biometrics are needed. */
  'foreign-documents',
  /** The device's IMEI goes into the contract; another device needs a change of contract. */
  'declare-imei',
  /** A child under 14 cannot be a customer: an adult holds the line and it counts for the adult's cap. params: holderId */
  'adult-holds-line',
  /** No voluntary ban on new contracts may be set on Gosuslugi. */
  'no-self-ban',
  /** Remote contract may need an electronic signature and Gosuslugi: described for eSIM, not known to be in force. */
  'remote-needs-signature',
  /** Model's support depends on the market it was made for. params: modelId */
  'check-market-variant',
  /** Model unknown or evidence secondary: look for an EID on the device. params: lineIds (list) */
  'check-eid',
  /** The device has no eSIM and takes a plastic card: its line in the plan is a plastic one. params: lineIds (list) */
  'plastic-line',
  /** The chip is there, but whether it takes a Russian operator's profile is not known: an EID does not tell. params: modelId */
  'check-foreign-profiles',
  /** Device gets a number of its own rather than the phone's number. params: deviceKind */
  'separate-number',
  /** These lines are with another operator: their numbers are to be taken along. params: lineIds (list), operatorId */
  'take-number-along',
  /** How many numbers the plan takes was not found; a family of three is taken to fit. params: lines */
  'ask-line-limit',
  /** Only leads tell whether minutes and data are common or each has their own. params: planId */
  'ask-what-is-shared',
  /** Somebody of 14 to 17 signs with a parent's consent. params: memberIds (list) */
  'parent-consents',
  /** A law on children's numbers is signed; since when it binds, or what it asks, may not be known. params: lawId */
  'child-number-law',
  /** The place asked about has terms of its own with this operator. params: exceptionId */
  'local-terms',
  /** Numbers held come within two of the cap. params: held, limit */
  'near-number-cap',
] as const;

export const ConditionCode = z.enum(CONDITION_CODES);
export type ConditionCode = z.infer<typeof ConditionCode>;

/** Values that a display sentence is filled with: ids, numbers, lists of them. */
export const Params = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]),
);
export type Params = z.infer<typeof Params>;

export const Condition = z.strictObject({ code: ConditionCode, params: Params.optional() });
export type Condition = z.infer<typeof Condition>;
