import { topology } from 'topojson-server';
import type { Collection } from '../features/collection.ts';

/** Steps of the quantisation grid over 360 degrees: about 400 m at the equator and well under the width of a border line. */
const QUANTIZATION = 100_000;

/** TopoJSON: shared borders are stored once; one object named after the collection. */
export function writeTopoJson({ id, features }: Collection): Uint8Array {
  const collection = { type: 'FeatureCollection' as const, features: [...features] };
  return Buffer.from(`${JSON.stringify(topology({ [id]: collection }, QUANTIZATION))}\n`);
}
