import { fromGeojsonVt } from '@maplibre/vt-pbf';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type TileFeature,
  type TilePoint,
  writeTileLayer,
} from '../../../../data/core/formats/vector-tiles.ts';

const point = fc.tuple(fc.integer({ min: -64, max: 4_160 }), fc.integer({ min: -64, max: 4_160 }));
const line = fc.array(point, { minLength: 2, maxLength: 9 });
const area = line.map((ring) => [...ring, ...ring.slice(0, 1)]);
const properties = fc.dictionary(
  fc.constantFrom('id', 'name_ru', 'count', 'share', 'absent'),
  fc.oneof(
    fc.constant(null),
    fc.constantFrom('Москва', '莫斯科', '', '1'),
    fc.integer(),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  ),
);
const anyFeature = fc
  .oneof(
    fc.array(point, { minLength: 1, maxLength: 3 }).map((points) => ({ type: 1, rings: [points] })),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((rings) => ({ type: 2, rings })),
    fc.array(area, { minLength: 1, maxLength: 3 }).map((rings) => ({ type: 3, rings })),
  )
  .chain((shape) => properties.map((own): TileFeature => ({ ...shape, properties: own })));

/** The tile as MapLibre's library writes it, which takes geometries as geojson-vt cuts them. */
function byLibrary(name: string, features: readonly TileFeature[]): Uint8Array {
  const cut = features.map(({ type, rings, properties: tags }) => ({
    type,
    tags,
    geometry: type === 1 ? (rings[0] ?? []) : rings,
  }));
  return Reflect.apply(fromGeojsonVt, undefined, [
    { [name]: { features: cut } },
    { version: 2, extent: 4096 },
  ]);
}

function inSteps(name: string, features: readonly TileFeature[]): { steps: number; tile: unknown } {
  const writing = writeTileLayer(name, features);
  for (let steps = 0; ; steps++) {
    const { done, value } = writing.next();
    if (done) return { steps, tile: value };
  }
}

describe('a tile that is written in steps', () => {
  it('has the bytes that the library of MapLibre writes', () => {
    fc.assert(
      fc.property(fc.array(anyFeature, { minLength: 1, maxLength: 20 }), (features) => {
        expect(inSteps('layer', features).tile).toEqual(byLibrary('layer', features));
      }),
    );
  });

  it('lets others be answered between some dozens of features', () => {
    const corner: TilePoint = [1, 2];
    const features = Array.from({ length: 1_000 }, (_, index) => ({
      type: 1,
      rings: [[corner]],
      properties: { id: `f${index}` },
    }));
    expect(inSteps('places', features).steps).toBeGreaterThanOrEqual(20);
  });
});
