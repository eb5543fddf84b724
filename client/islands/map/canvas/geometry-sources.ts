import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { DataFile } from '../../../components/context/data-files.ts';
import type { PageData } from '../../../components/context/page-data.ts';
import { loadDataFile } from '../../common/loading.ts';
import { DETAIL_ZOOM } from './map-style.ts';

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
        import('./cities.ts'),
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
