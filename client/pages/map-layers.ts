import { mobileInternetLimits } from '../../data/core/eligibility/claims/restrictions.ts';
import type { Assessment, Sharing } from '../../data/core/schema/assessment.ts';
import type { Dataset, DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../data/core/schema/dates.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { ExperienceCount } from '../../data/core/schema/report.ts';
import type { Axis, Support, Verdict } from '../../data/core/schema/verdict.ts';
import type { ColourClass } from '../colours/colour-classes.ts';
import { letterOf, type PageLayer, type PageOperator } from '../components/context/page-data.ts';
import { experienceText } from '../components/families-say.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatDate, formatNumber } from '../i18n/grammar/format.ts';
import { createNames } from '../i18n/grammar/names.ts';
import { type Layer, layerWords } from '../i18n/layers.ts';

/** What a layer is a function of, for one region. */
interface LayerInput {
  dataset: Dataset;
  asOf: IsoDate;
  region: DatasetRegion;
  /** The default household's. */
  assessment: Assessment;
  /** Only in layers of one operator; empty in others. */
  operatorId: string;
}

/** One layer: which class a region has, and from which data. Its words have the same name in `client/i18n/layers.ts`. */
interface LayerDefinition {
  classOf(input: LayerInput): ColourClass;
  /** True where the layer speaks of one operator at a time. */
  perOperator?: boolean;
  /** What a row of the list says beyond the name of its class. */
  detailOf?(input: LayerInput, language: Language): string | undefined;
}

const STEPS = {
  stated: 3,
  reported: 2,
  countrywide: 1,
  lead: 1,
  none: 1,
} as const satisfies Record<Support, number>;

/**
 * Hue is the value, lightness the support of the shared plan there: the other axes are the same from region to region.
 */
function answerClass({ verdict, support, planSupport }: Sharing): ColourClass {
  if (verdict === 'unknown') return support === 'lead' ? 'lead' : 'none';
  return `${verdict}-${STEPS[planSupport]}`;
}

const PRESENCE = {
  yes: 'present',
  partial: 'present-partly',
  no: 'absent',
  unknown: 'none',
} as const satisfies Record<Verdict, ColourClass>;

const LIMITS = {
  'lasting-zones': 'amount-5',
  cuts: 'amount-3',
  'none-known': 'none',
} as const satisfies Record<string, ColourClass>;

/** Lower bounds of the classes of allocated numbers: round figures that part the large operators. */
const NUMBER_STEPS = [1, 100_000, 500_000, 1_000_000, 5_000_000] as const;
const AMOUNTS = ['amount-0', 'amount-1', 'amount-2', 'amount-3', 'amount-4', 'amount-5'] as const;

/** Measures that say where settlements are without a network, or without a fast one. */
const GAPS = [
  'settlements-without-mobile-service',
  'settlements-without-fast-internet',
  'settlements-voice-only',
  'villages-under-100-without-service',
];

const limitsIn = ({ dataset, region, asOf }: LayerInput) =>
  mobileInternetLimits(dataset.restrictions, region.id, asOf);

const numbersIn = ({ dataset, region, operatorId }: LayerInput): number =>
  dataset.numbering.counts[operatorId]?.[region.id] ?? 0;

/** Known gaps of a region, each as a number with its year. */
function gapsIn({ dataset, region }: LayerInput) {
  return dataset.measures
    .filter(({ id }) => GAPS.includes(id))
    .flatMap(({ title, values }) =>
      values.filter(({ regionId }) => regionId === region.id).map((value) => ({ title, value })),
    );
}

function axisValue({ assessment, operatorId }: LayerInput, axis: Axis): Verdict {
  const assessed = assessment.operators.find((each) => each.operatorId === operatorId);
  return assessed?.axes.find((result) => result.axis === axis)?.value ?? 'unknown';
}

/** What families reported of a region: those with the most reports of one question first. */
const reportsOf = ({ dataset, region }: LayerInput) =>
  dataset.experiences
    .filter(({ regionId }) => regionId === region.id)
    .toSorted((a, b) => totalOf(b) - totalOf(a));

const totalOf = (count: ExperienceCount): number => (count.size === 'some' ? 0 : count.total);

/** What a row of the list has room for; the region's page has the rest. */
const REPORTS_NAMED = 2;

/** Every layer of the map. A new one is a definition here and its words; what is forgotten does not compile. */
const LAYERS: Readonly<Record<Layer, LayerDefinition>> = {
  bundle: {
    classOf: ({ assessment }) => answerClass(assessment.sharing.bundle),
  },
  payer: {
    classOf: ({ assessment }) => answerClass(assessment.sharing.payer),
  },
  limits: {
    classOf: (input) => LIMITS[limitsIn(input).limits],
    detailOf: (input, language) => {
      const { lastReportedOn } = limitsIn(input);
      const { mapPage } = catalogueOf(language);
      return lastReportedOn && mapPage.lastReported(formatDate(language, lastReportedOn));
    },
  },
  networks: {
    classOf: (input) => (gapsIn(input).length > 0 ? 'amount-3' : 'none'),
    detailOf: (input, language) =>
      gapsIn(input)
        .map(
          ({ title, value }) =>
            `${title[language]}: ${formatNumber(language, value.value)} (${value.year})`,
        )
        .join('; ') || undefined,
  },
  presence: {
    perOperator: true,
    classOf: (input) => PRESENCE[axisValue(input, 'presence')],
  },
  numbers: {
    perOperator: true,
    classOf: (input) =>
      AMOUNTS[NUMBER_STEPS.filter((step) => numbersIn(input) >= step).length] ?? 'amount-0',
  },
  reports: {
    // Grey with a texture where few: a handful of reports shall not look like a finding.
    classOf(input) {
      const counts = reportsOf(input);
      if (counts.some(({ size }) => size === 'many')) return 'amount-3';
      return counts.length > 0 ? 'lead' : 'none';
    },
    detailOf(input, language) {
      const names = createNames({ dataset: input.dataset }, language);
      const named = reportsOf(input)
        .slice(0, REPORTS_NAMED)
        .map((count) => experienceText(count, names, language));
      return named.join('; ') || undefined;
    },
  },
};

/** What layers are made of: a page's context and its regions in the order of the page. */
interface LayerSource {
  dataset: Dataset;
  asOf: IsoDate;
  language: Language;
  regions: readonly DatasetRegion[];
  /** Those that the map speaks of, with the most numbers first. */
  operators: readonly PageOperator[];
  assess(regionId: string): Assessment;
}

const isKey = (id: string): id is Layer => id in LAYERS;

/** The layers as a page holds them: words of its language, one letter a region, and for which operator each opens. */
export function pageLayers(source: LayerSource): PageLayer[] {
  return Object.keys(layerWords)
    .filter(isKey)
    .map((id) => pageLayer(id, source));
}

function pageLayer(id: Layer, source: LayerSource): PageLayer {
  const { language, regions, operators } = source;
  const { perOperator, classOf, detailOf } = LAYERS[id];
  const words = layerWords[id][language];
  const inputs = (operatorId: string): LayerInput[] =>
    regions.map((region) => ({
      ...source,
      region,
      assessment: source.assess(region.id),
      operatorId,
    }));
  const lettersOf = (operatorId: string): string =>
    inputs(operatorId)
      .map((input) => letterOf(classOf(input)))
      .join('');
  const shown = perOperator ? operators.map((operator) => operator.id) : [''];
  const values = Object.fromEntries(shown.map((each) => [each, lettersOf(each)]));
  const details = Object.fromEntries(
    inputs('').flatMap((input) => {
      const detail = detailOf?.(input, language);
      return detail === undefined ? [] : [[input.region.id, detail]];
    }),
  );
  const layer = { id, steps: {}, ...words, values, details };
  return perOperator ? { ...layer, operatorId: firstThatDiffers(values, operators) } : layer;
}

/** The operator that a layer opens on: the largest that is not the same everywhere, since one colour says nothing. */
function firstThatDiffers(
  values: Readonly<Record<string, string>>,
  operators: readonly PageOperator[],
): string {
  const differs = ({ id }: PageOperator) => new Set(values[id]).size > 1;
  return (operators.find(differs) ?? operators[0])?.id ?? '';
}
