import * as z from 'zod';
import { RegionId } from '../../data/core/schema/ids.ts';
import type { Location } from '../../data/core/schema/region.ts';
import { MATCHES } from '../../data/core/search/search-entries.ts';
import { numberParam, textParam } from '../api/query-params.ts';
import { MATCH_MEANINGS } from '../meaning.ts';
import { badParameters, ProblemError } from '../middleware/problem.ts';
import type { Service } from '../service.ts';
import { defineTool, type Tool, type ToolAnswer } from './tool.ts';

/** Hits that are looked at for one name. */
const MOST_HITS = 10;

const STATUSES = ['found', 'several', 'border', 'only-near', 'outside', 'not-found'] as const;

const Candidate = z.strictObject({
  kind: z.enum(['region', 'settlement', 'outside']),
  regionId: RegionId.optional(),
  /** Country in ISO 3166-1 or territory in ISO 3166-2, of what lies outside the mapped regions. */
  outsideCode: z.string().optional(),
  name: z.string(),
  nameRu: z.string(),
  match: z.enum(MATCHES).optional(),
  /** From the point that was asked for; 0 for the region that it lies in. */
  distanceKm: z.number().optional(),
});
type Candidate = z.infer<typeof Candidate>;

const FoundRegion = z.strictObject({
  status: z.enum(STATUSES),
  /** Present only where there is one answer. */
  regionId: RegionId.optional(),
  /** What the name or the point means, best first. */
  candidates: z.array(Candidate),
  /** Names that only resemble the one given: to be offered as a question, never taken for the answer. */
  nearMisses: z.array(Candidate),
  /** Parts of the name that were not looked for or are not known. */
  ignored: z.array(z.string()),
});
type FoundRegion = z.infer<typeof FoundRegion>;

type Hit = ReturnType<Service['findPlaces']>['hits'][number];

const SENTENCES: Readonly<Record<FoundRegion['status'], string>> = {
  found: 'This is the region.',
  several: 'The name means several places: ask which one is meant.',
  border:
    'The point is close to a border: the first region holds by the outlines, but ask which region the contract is of.',
  'only-near':
    'Nothing has this name. These only resemble it: ask whether one of them is meant; take none for the answer.',
  outside: 'This lies outside the 83 mapped regions: there is no answer for it.',
  'not-found': 'Nothing known has this name. Ask for the region, or for a larger town in it.',
};

/** Finds the region that a name, an address or a point means. */
export const FIND_REGION: Tool = defineTool({
  name: 'find_region',
  title: 'Find a region of Russia',
  description: `Which of the 83 mapped federal subjects of Russia a name, an address or a point means. Give either \`name\` or both \`lon\` and \`lat\`. \`regionId\` is present only where there is one answer. How a name fits: ${MATCHES.map((match) => `${match}: ${MATCH_MEANINGS[match]}`).join('; ')}.`,
  input: z.strictObject({
    name: textParam(300)
      .optional()
      .meta({ description: 'Region, settlement or address in Russian, English or Chinese' }),
    lon: numberParam(-180, 180).optional().meta({ description: 'Longitude in degrees' }),
    lat: numberParam(-90, 90).optional().meta({ description: 'Latitude in degrees' }),
  }),
  output: FoundRegion,
  answer({ name, lon, lat }, { service }) {
    const isPoint = lon !== undefined && lat !== undefined;
    if (isPoint && name === undefined) return answerOf(ofPoint(service, service.locate(lon, lat)));
    if (name !== undefined && lon === undefined && lat === undefined) {
      return answerOf(ofName(service, name));
    }
    throw badParameters([
      { parameter: 'name', detail: 'expected either a name alone, or lon and lat together' },
    ]);
  },
});

function answerOf(found: FoundRegion): ToolAnswer<FoundRegion> {
  const listed = [...found.candidates, ...found.nearMisses].map(
    ({ name, regionId, outsideCode, match, distanceKm }) =>
      [
        `- ${name} (${regionId ?? outsideCode})`,
        ...(match === undefined ? [] : [match]),
        ...(distanceKm === undefined ? [] : [`${distanceKm} km`]),
      ].join(', '),
  );
  return { text: [SENTENCES[found.status], ...listed].join('\n'), data: found };
}

function ofName(service: Service, name: string): FoundRegion {
  const { hits, ignored } = service.findPlaces(name, MOST_HITS);
  const all = hits.map((hit) => ({ ...candidateOf(service, hit), match: hit.match }));
  const candidates = all.filter(({ match }) => match !== 'near');
  const nearMisses = all.filter(({ match }) => match === 'near');
  const [first] = candidates;
  if (first === undefined) {
    const status = nearMisses.length > 0 ? 'only-near' : 'not-found';
    return { status, candidates, nearMisses, ignored };
  }
  const lands = new Set(candidates.map(({ regionId, outsideCode }) => regionId ?? outsideCode));
  // A region by the name that it is shown with is meant, whatever settlements share the name.
  const isOne = lands.size === 1 || (first.kind === 'region' && first.match === 'exact');
  if (!isOne) return { status: 'several', candidates, nearMisses, ignored };
  const { regionId } = first;
  return regionId === undefined
    ? { status: 'outside', candidates, nearMisses, ignored }
    : { status: 'found', regionId, candidates, nearMisses, ignored };
}

function ofPoint(service: Service, { certainty, candidates }: Location): FoundRegion {
  const regions = candidates.map(({ regionId, distanceKm }) => ({
    ...regionAs(service, regionId),
    distanceKm,
  }));
  const [first] = candidates;
  const rest = { candidates: regions, nearMisses: [], ignored: [] };
  if (first === undefined) return { status: 'outside', ...rest };
  if (certainty === 'border') return { status: 'border', ...rest };
  return { status: 'found', regionId: first.regionId, ...rest };
}

function regionAs({ regionById }: Service, id: string): Candidate {
  const region = regionById.get(id);
  if (region === undefined) throw new ProblemError(500, `the region ${id} is not among the data`);
  return { kind: 'region', regionId: region.id, name: region.name.en, nameRu: region.name.ru };
}

function candidateOf(service: Service, hit: Hit): Candidate {
  if (hit.kind === 'region') return regionAs(service, hit.region.id);
  if (hit.kind === 'place') {
    const { name, regionId } = hit.place;
    return { kind: 'settlement', regionId, name: name.en, nameRu: name.ru };
  }
  const { code, name } = hit.outside;
  return { kind: 'outside', outsideCode: code, name: name.en, nameRu: name.ru };
}
