import type { FileContents } from '../files/file-contents.ts';
import type { RegionId } from '../schema/ids.ts';
import type { Place } from '../schema/place.ts';
import type { RegionBoundaries } from '../schema/region-boundaries.ts';
import type { RegionShape } from './resolve/resolve-dataset.ts';

/** What the build takes from data packages rather than from maintainers. */
export interface Territory {
  /** Full outlines, for look-ups and downloads. */
  boundaries: RegionBoundaries;
  shapes: ReadonlyMap<RegionId, RegionShape>;
  places: Place[];
  /** Boundary files as they are published. */
  files: FileContents;
}
