import { AxeBuilder } from '@axe-core/playwright';
import { Audit, Outcome } from '@siteimprove/alfa-act';
import { Playwright } from '@siteimprove/alfa-playwright';
import type { Flattened } from '@siteimprove/alfa-rules';
import rules from '@siteimprove/alfa-rules';
import type { Page } from 'playwright-core';

/**
 * Rules of Alfa that are not held. R111 is target size (enhanced), WCAG 2.5.5 of level AAA: 44 px for each link of the
 * desktop header and lists; the tests hold it for what is touched on a phone. R113 is target size (minimum), 2.5.8, but
 * measures only the part of a row that a scrolled list happens to show; axe holds 2.5.8 instead.
 */
const NOT_HELD = ['sia-r111', 'sia-r113'];

/** One problem: engine, rule, and the element it was found on. */
type Problem = string;

/** All rules of axe, best practices included; `colours` alone is enough where only the theme changed. */
export async function axeProblems(page: Page, only?: 'colours'): Promise<Problem[]> {
  const all = { rules: { 'target-size': { enabled: true } } };
  const colours = { runOnly: { type: 'rule' as const, values: ['color-contrast'] } };
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...(only === 'colours' ? colours : all) })
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `axe ${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** Text contrast at levels AA and AAA: all that another theme can change. */
const COLOUR_RULES = ['sia-r66', 'sia-r69'];

const isOneOf = (uri: string, names: readonly string[]): boolean =>
  names.some((name) => uri.endsWith(`/${name}`));

/** All stable rules of Alfa at every level, but for the one above; or those of colours alone. */
export async function alfaProblems(page: Page, only?: 'colours'): Promise<Problem[]> {
  const document = await page.evaluateHandle(() => globalThis.document);
  const subject = await Playwright.toPage(document);
  const held = [...rules].filter(({ uri }) =>
    only === 'colours' ? isOneOf(uri, COLOUR_RULES) : !isOneOf(uri, NOT_HELD),
  );
  const outcomes = await Audit.of<
    Flattened.Input,
    Flattened.Target,
    Flattened.Question,
    Flattened.Subject
  >(subject, held).evaluate();
  const problems: Problem[] = [];
  let passed = 0;
  for (const outcome of outcomes) {
    if (Outcome.isPassed(outcome)) passed += 1;
    if (!Outcome.isFailed(outcome)) continue;
    const { expectations } = outcome.toJSON();
    problems.push(`alfa ${outcome.rule.uri}: ${outcome.target} ${JSON.stringify(expectations)}`);
  }
  // An engine that recognises nothing on a page also finds no problem on it.
  if (passed < 5) problems.push(`alfa passed only ${passed} elements: does it see the page?`);
  return problems;
}
