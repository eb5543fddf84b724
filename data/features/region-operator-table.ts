import type { Collection, FlatFeature } from './collection.ts';

/** What a reader of one row wants to know of the region besides the operator's own values. */
const REGION_COLUMNS = ['type', 'federal_district', 'best_operators'] as const;

/**
 * The `regions` collection as a long table: one row per region and operator, for spreadsheets, where the wide
 * form with two columns per operator is hard to filter. `region_verdict` is the best over the operators.
 */
export function regionOperatorTable(regions: Collection, operatorRegions: Collection): Collection {
  const byId = new Map(regions.features.map((feature) => [feature.id, feature]));
  const regionVerdict = regions.columns.filter(({ name }) => name === 'verdict');
  const regionColumns = regions.columns.filter(({ name }) =>
    REGION_COLUMNS.some((wanted) => wanted === name),
  );
  return {
    ...regions,
    title: 'Regions by operator',
    description:
      'One row per region and operator: the verdict of the operator for the default household, its axes, and the verdict of the region.',
    columns: [
      ...operatorRegions.columns,
      ...regionVerdict.map((column) => ({ ...column, name: 'region_verdict' })),
      ...regionColumns.map((column) => ({ ...column, name: `region_${column.name}` })),
    ],
    features: operatorRegions.features.map((row): FlatFeature => {
      const region = byId.get(String(row.properties.region_id));
      return {
        ...row,
        geometry: region?.geometry ?? row.geometry,
        properties: {
          ...row.properties,
          region_verdict: region?.properties.verdict ?? null,
          ...Object.fromEntries(
            REGION_COLUMNS.map((name) => [`region_${name}`, region?.properties[name] ?? null]),
          ),
        },
      };
    }),
  };
}
