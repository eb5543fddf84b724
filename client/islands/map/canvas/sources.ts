import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Language } from '../../../../data/core/schema/localized-text.ts';
import type { DataFile } from '../../../components/context/data-files.ts';
import type { PageData } from '../../../components/context/page-data.ts';
import { grammarOf } from '../../../i18n/languages.ts';
import { loadDataFile } from '../../common/loading.ts';
import { DETAIL_ZOOM } from './map-style.ts';

/**
 * Fetches a TopoJSON file and unfolds its objects. The coordinates are checked by the build, not again on each load:
 * it would take longer than drawing them.
 */
export function loadGeometry(
  datasetHash: string,
  file: DataFile,
): Promise<Readonly<Record<string, FeatureCollection>>> {
  return loadDataFile(datasetHash, file, unfold);
}

function unfold(topology: unknown): Readonly<Record<string, FeatureCollection>> {
  if (!isTopology(topology)) throw new Error('expected a TopoJSON topology');
  return Object.fromEntries(
    Object.entries(topology.objects).map(([name, object]) => {
      const unfolded = feature(topology, object);
      return [
        name,
        unfolded.type === 'FeatureCollection'
          ? unfolded
          : { type: 'FeatureCollection', features: [unfolded] },
      ];
    }),
  );
}

function isTopology(value: unknown): value is Topology {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Topology' &&
    'objects' in value &&
    typeof value.objects === 'object'
  );
}

/** Region ids as properties too: expressions read those. */
export function withIds(collection: FeatureCollection): FeatureCollection {
  return {
    ...collection,
    features: collection.features.map((each) => ({
      ...each,
      properties: { id: each.id ?? each.properties?.id },
    })),
  };
}

/** Hands a source its features; drawing follows by itself. */
export function fillSource(map: MapLibreMap, source: string, collection: FeatureCollection): void {
  void map.getSource<GeoJSONSource>(source)?.setData(collection);
}

/** Full outlines and cities are fetched once, when the map is near enough to show them. */
export function loadDetailWhenNear(map: MapLibreMap, data: PageData): void {
  let asked = false;
  const load = async (): Promise<void> => {
    if (asked || map.getZoom() < DETAIL_ZOOM) return;
    asked = true;
    try {
      const [{ regions }, { loadCities }] = await Promise.all([
        loadGeometry(data.datasetHash, 'regions.detail.topojson'),
        import('../../common/places.ts'),
      ]);
      const cities = await loadCities(data.datasetHash, data.language);
      if (regions !== undefined) fillSource(map, 'regions', withIds(regions));
      fillSource(map, 'cities', cities);
    } catch {
      // The coarse picture stays right; the next move tries again.
      asked = false;
    }
  };
  map.on('moveend', () => void load());
  void load();
}

/** A region's name as a map label has room for. */
export function shortName(name: string, language: Language): string {
  return grammarOf(language).regionNameShortenings.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    name,
  );
}

/** Where region names stand, in the page's language; taller regions win where names would overlap. */
export function labelPoints(data: PageData): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: data.regions.map((region) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: region.labelPoint },
      properties: {
        id: region.id,
        name: shortName(region.name, data.language),
        rank: -Math.abs(region.bbox[3] - region.bbox[1]),
      },
    })),
  };
}

/** Where the signs of regions stand that have something of their own today: below their names. */
export function signPoints({ regions, signs }: PageData): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: regions
      .filter(({ id }) => signs.includes(id))
      .map(({ id, labelPoint }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: labelPoint },
        properties: { id },
      })),
  };
}

/** Source of the one point that is marked at a time. */
const MARKED_POINT = 'marked-point';

/** Puts the mark on a point, `[lon, lat]`. */
export function markPoint(map: MapLibreMap, point: [number, number]): void {
  fillSource(map, MARKED_POINT, {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: { type: 'Point', coordinates: point }, properties: {} },
    ],
  });
}

/** Takes the mark away. */
export function clearPoint(map: MapLibreMap): void {
  fillSource(map, MARKED_POINT, { type: 'FeatureCollection', features: [] });
}
