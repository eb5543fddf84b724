import { greatCircleKm } from '../../geo/great-circle.ts';
import type { Place } from '../../schema/place.ts';

/** Two rows of one name in one region nearer than this are one settlement entered twice. */
const SAME_PLACE_KM = 5;

/** Keeps of settlements entered twice the row with more people, which is the one that editors look after. */
export function dropDuplicates(places: readonly Place[]): Place[] {
  const byName = new Map<string, Place[]>();
  for (const place of places) {
    const key = `${place.regionId} ${place.name.ru}`;
    byName.set(key, [...(byName.get(key) ?? []), place]);
  }
  return places.filter((place) => {
    const others = byName.get(`${place.regionId} ${place.name.ru}`) ?? [];
    return !others.some((other) => isLarger(other, place) && isNear(other, place));
  });
}

function isLarger(a: Place, b: Place): boolean {
  return a.population === b.population ? a.id < b.id : a.population > b.population;
}

function isNear(a: Place, b: Place): boolean {
  return greatCircleKm(a.lon, a.lat, b.lon, b.lat) <= SAME_PLACE_KM;
}
