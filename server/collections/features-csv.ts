import type { Column, FlatFeature } from '../../data/features/collection.ts';

/**
 * Features as CSV (RFC 4180): `id`, for points `lon` and `lat`, then the columns. Text that a spreadsheet would
 * take for a formula is our own and starts with no such sign; it is quoted where the format asks for it.
 */
export function featuresCsv(columns: readonly Column[], features: readonly FlatFeature[]): string {
  const points = features.some(({ geometry }) => geometry.type === 'Point');
  const names = ['id', ...(points ? ['lon', 'lat'] : []), ...columns.map(({ name }) => name)];
  const rows = features.map((feature) => {
    const [lon, lat] = feature.geometry.type === 'Point' ? feature.geometry.coordinates : [];
    const position = points ? [lon ?? null, lat ?? null] : [];
    return [
      feature.id,
      ...position,
      ...columns.map(({ name }) => feature.properties[name] ?? null),
    ];
  });
  return [names, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
