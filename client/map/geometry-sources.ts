import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { PageData } from '../state/page-data.ts';
import { loadGeometry } from './load-geometry.ts';
import { DETAIL_ZOOM } from './map-style.ts';

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
