import type { Verdict } from '../../../data/core/schema/verdict.ts';
import type { PageRegion } from './page-data.ts';

/** What the map can be coloured by. The first is the default. */
export const LAYERS = ['verdict', 'plans', 'evidence', 'presence', 'numbers'] as const;
export type Layer = (typeof LAYERS)[number];

/** Layers that speak of one operator at a time. */
export const OPERATOR_LAYERS: readonly Layer[] = ['presence', 'numbers'];

/**
 * Colour classes, each with one fill in `client/styles/map.css` and on the canvas. The number behind `partial` is how
 * many operators reach the verdict (4: four and more). Where an operator is has colours apart from those of verdicts: an
 * operator that is there has not said yes to a family.
 */
export const CLASSES = [
  'yes',
  'partial-4',
  'partial-3',
  'partial-2',
  'partial-1',
  'no',
  'unknown',
  'amount-5',
  'amount-4',
  'amount-3',
  'amount-2',
  'amount-1',
  'amount-0',
  'present',
  'present-partly',
  'absent',
] as const;
export type ColourClass = (typeof CLASSES)[number];

/** Classes of a layer from best to worst: the order of its legend. */
export const LAYER_CLASSES: Readonly<Record<Layer, readonly ColourClass[]>> = {
  verdict: ['yes', 'partial-4', 'partial-3', 'partial-2', 'partial-1', 'no', 'unknown'],
  plans: ['amount-5', 'amount-4', 'amount-3', 'amount-2', 'amount-1', 'unknown'],
  evidence: ['amount-5', 'amount-4', 'amount-2', 'amount-1', 'unknown'],
  presence: ['present', 'present-partly', 'absent', 'unknown'],
  numbers: ['amount-5', 'amount-4', 'amount-3', 'amount-2', 'amount-1', 'amount-0'],
};

/** Lower bounds of the classes of allocated numbers: round figures that part the large operators. */
const NUMBER_STEPS = [1, 100_000, 500_000, 1_000_000, 5_000_000] as const;

const AMOUNTS = ['amount-0', 'amount-1', 'amount-2', 'amount-3', 'amount-4', 'amount-5'] as const;
const PARTIALS = ['partial-1', 'partial-2', 'partial-3', 'partial-4'] as const;

const EVIDENCE_CLASS = {
  official: 'amount-5',
  register: 'amount-4',
  press: 'amount-2',
  secondary: 'amount-1',
} as const satisfies Record<string, ColourClass>;

function atMost<T>(steps: readonly [T, ...T[]], index: number): T {
  return steps[Math.max(0, Math.min(index, steps.length - 1))] ?? steps[0];
}

function verdictClass(region: PageRegion): ColourClass {
  if (region.verdict !== 'partial') return region.verdict;
  const reaching = Object.values(region.operators).filter((verdict) => verdict === 'partial');
  return atMost(PARTIALS, reaching.length - 1);
}

const PRESENCE_CLASS = {
  yes: 'present',
  partial: 'present-partly',
  no: 'absent',
  unknown: 'unknown',
} as const satisfies Record<Verdict, ColourClass>;

/** The colour class of one region in a layer; `operatorId` counts only in the layers of one operator. */
export function classOf(region: PageRegion, layer: Layer, operatorId: string): ColourClass {
  switch (layer) {
    case 'verdict':
      return verdictClass(region);
    case 'plans': {
      const plans = region.sharedPlanOperators.length;
      return plans === 0 ? 'unknown' : atMost(AMOUNTS, plans);
    }
    case 'evidence':
      return region.confidence === undefined ? 'unknown' : EVIDENCE_CLASS[region.confidence];
    case 'presence':
      return PRESENCE_CLASS[region.presence[operatorId] ?? 'unknown'];
    case 'numbers': {
      const numbers = region.numbers[operatorId] ?? 0;
      return atMost(AMOUNTS, NUMBER_STEPS.filter((step) => numbers >= step).length);
    }
  }
}

/** One line of the legend: a colour and how many regions have it. */
export interface LegendEntry {
  colourClass: ColourClass;
  count: number;
}

/** The legend of a layer, best class first, classes without regions included: a legend says what could be. */
export function legendOf(
  regions: readonly PageRegion[],
  layer: Layer,
  operatorId: string,
): LegendEntry[] {
  const classes = regions.map((region) => classOf(region, layer, operatorId));
  return LAYER_CLASSES[layer].map((colourClass) => ({
    colourClass,
    count: classes.filter((each) => each === colourClass).length,
  }));
}
