import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { type DataFile, dataFileUrl } from '../state/data-files.ts';

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
export async function loadGeometry(
  datasetHash: string,
  file: DataFile,
): Promise<Readonly<Record<string, FeatureCollection>>> {
  const url = dataFileUrl(datasetHash, file);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}, expected a TopoJSON file`);
  const topology: unknown = await response.json();
  if (!isTopology(topology)) throw new Error(`${url} holds no TopoJSON topology`);
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
