import type { RegionBoundaries } from '../schema/region-boundaries.ts';
import { runMapshaper } from './mapshaper-run.ts';

/** Steps along each side of the extent. 100,000 over 172 degrees is 190 m, under 0.7 px at zoom 8. */
const DETAIL_STEPS = 100_000;
/**
 * Share of vertices kept for the first picture and its steps: about 1 px at zoom 3.8, where the map fetches the detail.
 * With the backdrop it stays under the 30 KB that a first picture may cost.
 */
const OVERVIEW_SHARE = '7%';
const OVERVIEW_STEPS = 12_000;

/**
 * The two TopoJSON files of the map, object `regions`, feature ids the region ids. Parts cut at the antimeridian are
 * joined, and borders are simplified once for both neighbours, so that no gap or overlap can arise.
 * @param displayFrame boundaries with longitudes from 0 to 360
 */
export async function buildRegionTopologies(
  displayFrame: RegionBoundaries,
): Promise<{ overview: string; detail: string }> {
  const written = await runMapshaper(
    [
      '-i regions.json',
      '-dissolve id',
      `-o detail.json format=topojson id-field=id quantization=${DETAIL_STEPS}`,
      `-simplify weighted keep-shapes ${OVERVIEW_SHARE}`,
      `-o overview.json format=topojson id-field=id quantization=${OVERVIEW_STEPS}`,
    ],
    { 'regions.json': JSON.stringify(displayFrame) },
  );
  return { overview: written('overview.json'), detail: written('detail.json') };
}
