/** The first regions of a list and how many more there are, for a message: `RU-AD, RU-AL and 81 more`. */
export function nameRegions(regionIds: readonly string[]): string {
  const named = regionIds.slice(0, 5).join(', ');
  return regionIds.length > 5 ? `${named} and ${regionIds.length - 5} more` : named;
}
