/** A rectangle in degrees that does not cross the antimeridian. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}
