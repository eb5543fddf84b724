import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../data/core/schema/claim.ts';
import type { ConditionCode } from '../../../data/core/schema/condition.ts';
import { parseData } from '../../../data/tools/authored/parse-data.ts';
import { readDataFiles } from '../../../data/tools/authored/read-data-files.ts';
import { localizedTextsIn } from '../../../data/tools/lint/rule.ts';

const { data } = parseData(await readDataFiles(join(import.meta.dirname, '../../../data/facts')));
const laws = data.law.map(({ value }) => value);
const sources = new Map(data.sources.map(({ value }) => [value.id, value]));
const claims: readonly Claim[] = [
  ...data.operators,
  ...data.law,
  ...data.restrictions,
  ...data.background,
].flatMap(({ value }) => value.claims);

/** Every sentence and title; a brand alone is a name, not a sentence. */
const texts = localizedTextsIn(data)
  .filter(({ path }) => path !== 'brand')
  .map(({ value }) => value);

describe('what is written in the data', () => {
  it('lets no signed law, bill or discussion bind anybody', () => {
    const pending = laws.filter(({ status }) => status !== 'in-force');
    expect(pending.filter(({ rules, inForceFrom }) => rules.length > 0 || inForceFrom)).toEqual([]);
  });

  it('supports no `yes` on a plan that new customers may not be able to have', () => {
    const doubtful = new Set(
      data.operators.flatMap(({ value: { plans } }) =>
        plans.filter(({ status }) => status !== 'open').map(({ id }) => id),
      ),
    );
    const tooStrong = claims.filter(({ findings }) =>
      findings.some(({ value, planId }) => value === 'yes' && doubtful.has(planId ?? '')),
    );
    expect(tooStrong.map(({ id }) => id)).toEqual([]);
  });

  it('calls numbers held and what follows from them inferred, never stated', () => {
    const stated = claims
      .filter(({ findings }) => findings.some(({ axis }) => axis === 'presence'))
      .filter(({ method }) => method === 'stated')
      .filter(({ sourceIds }) =>
        sourceIds.some((id) => sources.get(id)?.confidence === 'register'),
      );
    expect(stated.map(({ id }) => id)).toEqual([]);
  });

  it('gives each condition of a finding the values that its sentence needs', () => {
    const needs: Partial<Record<ConditionCode, string>> = {
      'terms-not-read': 'planId',
      'plan-openness-unknown': 'planId',
      'payer-needs-tariff': 'tariffs',
      'local-exception': 'exceptionId',
      'separate-number': 'deviceKind',
      'check-market-variant': 'modelId',
    };
    const conditions = claims.flatMap(({ findings }) => findings.flatMap((one) => one.conditions));
    const bare = conditions.filter(({ code, params }) => {
      const name = needs[code];
      return name !== undefined && params?.[name] === undefined;
    });
    expect(conditions.length).toBeGreaterThan(10);
    expect(bare).toEqual([]);
  });

  it('puts Russian names of operators in quotation marks, and writes of SIM cards one way', () => {
    const offends =
      /(?<![«\p{L}-])(МегаФон|Т-Мобайл|СберМобайл|Ростелеком|Альфа-Мобайл|Билайн|Летай|МОТИВ)|(?<!Электронная )сим-карт/u;
    const unquoted = texts.map(({ ru }) => ru).filter((text) => offends.test(text));
    expect(unquoted).toEqual([]);
  });

  it('sets Chinese apart from Latin letters and digits, and its punctuation full width', () => {
    const tight = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u;
    const narrow = /\p{Script=Han}[,;:?!()]|[，。；：？！（）] /u;
    const offends = texts.filter(({ zh }) => tight.test(zh) || narrow.test(zh));
    expect(offends.map(({ zh }) => zh)).toEqual([]);
  });
});
