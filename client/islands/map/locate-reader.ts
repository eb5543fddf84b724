import type { Feature, FeatureCollection, Position } from 'geojson';
import { createRegionLocator } from '../../../data/core/geo/region-locator.ts';
import {
  type Location,
  OtherLand,
  type RegionBoundaries,
} from '../../../data/core/schema/region.ts';
import { regionWords, shownLayer } from '../../components/context/page-data.ts';
import { formatList } from '../../i18n/grammar/format.ts';
import { loadDataFile } from '../common/loading.ts';
import { checkWithoutCompiling } from '../common/schema-checks.ts';
import { loadGeometry } from './canvas/sources.ts';
import { chooseRegion } from './map-state.ts';
import type { MapPage } from './page-elements.ts';

/** What finding the reader's place needs. */
type Locating = Pick<MapPage, 'data' | 'store' | 'words' | 'notice'>;

/** Old positions do: a family's region does not change in ten minutes. */
const POSITION_OPTIONS: PositionOptions = { timeout: 15_000, maximumAge: 600_000 };

/**
 * Asks the browser for the place and answers with the region by the outlines the map has anyway: the position goes
 * nowhere. Near a border no region is opened, because the outlines are too coarse to choose one for the reader.
 * @throws where the outlines are not to be had
 */
export async function locateReader(locating: Locating): Promise<void> {
  const { data, store, words, notice } = locating;
  try {
    const { coords } = await askBrowser();
    const locate = await createReaderLocator(data.datasetHash);
    const location = locate(coords.longitude, coords.latitude);
    const [first] = location.candidates;
    const opens = location.certainty === 'certain' || location.certainty === 'snapped';
    if (opens && first !== undefined) chooseRegion(store, first.regionId);
    notice.say(sentenceFor(location, locating), ...(opens ? [] : choicesOf(location, locating)));
  } catch (error) {
    if (!(error instanceof GeolocationPositionError)) throw error;
    const isDenied = error.code === error.PERMISSION_DENIED;
    notice.say(isDenied ? words.locateDenied : words.locateFailed);
  }
}

function askBrowser(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, POSITION_OPTIONS);
  });
}

function sentenceFor(location: Location, { data, words }: Locating): string {
  const names = location.candidates.map(
    ({ regionId }) => data.regions.find((region) => region.id === regionId)?.name ?? regionId,
  );
  return words.located[location.certainty](formatList(data.language, names, 'disjunction'));
}

/** The regions that it may be, each as a button that opens it and says what the shown layer says of it. */
function choicesOf(location: Location, { data, store, notice, words }: Locating) {
  const { layer, classes } = shownLayer(data, store.get());
  return location.candidates.flatMap(({ regionId }) => {
    const region = data.regions.find(({ id }) => id === regionId);
    if (region === undefined) return [];
    const value = regionWords(layer, classes.get(regionId) ?? 'none', regionId);
    return [
      {
        label: words.focused(region.name, value),
        run: () => {
          chooseRegion(store, regionId);
          notice.say(words.located.certain(region.name));
        },
      },
    ];
  });
}

/**
 * The map's frame runs from 0 to 360 so that the country is one piece; the locator wants -180 to 180. Turning the globe
 * by this much brings the whole country (19 to 191 degrees) inside without a cut; distances do not change by it.
 */
const TURN = 105;

/** Answers where a point lies, by the map's full outlines, without asking any server. */
export async function createReaderLocator(
  datasetHash: string,
): Promise<(lon: number, lat: number) => Location> {
  checkWithoutCompiling();
  const [{ regions }, otherLand] = await Promise.all([
    loadGeometry(datasetHash, 'regions.detail.topojson'),
    loadOtherLand(datasetHash),
  ]);
  if (regions === undefined) throw new Error('expected the object regions in the outlines');
  const locator = createRegionLocator(turnRegions(regions), otherLand);
  return (lon, lat) => {
    const x = turned(lon);
    // The far side of the globe: nothing of the country is within reach there.
    if (x > 180) return { certainty: 'outside', candidates: [] };
    return locator.locate(x, lat);
  };
}

const turned = (lon: number): number => (lon < 0 ? lon + 360 : lon) - TURN;

function turnPositions(polygons: Position[][][]): Position[][][] {
  return polygons.map((rings) =>
    rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [turned(lon), lat])),
  );
}

function turnRegion({ id, geometry }: Feature): RegionBoundaries['features'] {
  if (typeof id !== 'string') return [];
  const polygons =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : [];
  const coordinates = turnPositions(polygons);
  return [
    { type: 'Feature', id, properties: { id }, geometry: { type: 'MultiPolygon', coordinates } },
  ];
}

function turnRegions(collection: FeatureCollection): RegionBoundaries {
  return { type: 'FeatureCollection', features: collection.features.flatMap(turnRegion) };
}

function loadOtherLand(datasetHash: string): Promise<OtherLand> {
  return loadDataFile(datasetHash, 'other-land.geojson', (content) => {
    const { coordinates } = OtherLand.parse(content);
    return { type: 'MultiPolygon', coordinates: turnPositions(coordinates) };
  });
}
