/** Part of an `operationId` that names a collection: `operator-regions` is `OperatorRegions`. */
export function operationName(collectionId: string): string {
  return collectionId.replaceAll(/(^|-)(\w)/g, (_match, _dash, letter: string) =>
    letter.toUpperCase(),
  );
}
