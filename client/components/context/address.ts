export type MapView = 'globe' | 'flat';

/** What the reader has chosen on the map page; all of it is in the address, so a link shows the same. */
export interface Selection {
  regionId: string | undefined;
  /** Id of a layer. */
  layer: string;
  operatorId: string | undefined;
  view: MapView;
}

/** Ids that an address may name; anything else is ignored, so that an old link still opens the map. */
export interface KnownIds {
  regionIds: ReadonlySet<string>;
  operatorIds: ReadonlySet<string>;
  /** The first is the default. */
  layerIds: readonly string[];
}

function known(ids: ReadonlySet<string>, id: string | null): string | undefined {
  return id !== null && ids.has(id) ? id : undefined;
}

/** Reads a selection from the query of an address, `?region=RU-TA&layer=presence&operator=mts&view=flat`. */
export function parseSelection(search: string, ids: KnownIds): Selection {
  const query = new URLSearchParams(search);
  const layer = query.get('layer');
  return {
    regionId: known(ids.regionIds, query.get('region')),
    layer: ids.layerIds.find((each) => each === layer) ?? ids.layerIds[0] ?? '',
    operatorId: known(ids.operatorIds, query.get('operator')),
    view: query.get('view') === 'flat' ? 'flat' : 'globe',
  };
}

/** The query of a selection, shortest form: defaults are left out. Empty, or starting with `?`. */
export function formatSelection(selection: Selection, { layerIds }: KnownIds): string {
  const query = new URLSearchParams();
  if (selection.regionId !== undefined) query.set('region', selection.regionId);
  if (selection.layer !== layerIds[0]) query.set('layer', selection.layer);
  if (selection.operatorId !== undefined) query.set('operator', selection.operatorId);
  if (selection.view !== 'globe') query.set('view', selection.view);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
