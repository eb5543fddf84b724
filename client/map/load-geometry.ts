import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { DataFile } from '../state/data-files.ts';
import { loadDataFile } from '../state/load-data-file.ts';

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
