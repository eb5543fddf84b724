import type { DeviceModel } from '../schema/device.ts';
import type { Confidence, Source } from '../schema/source.ts';
import { weighSources } from './weigh-sources.ts';

/** A model with the weight of what is known of it: of what sources state, and of what is concluded from them. */
export type CatalogueDevice = {
  model: DeviceModel;
  confidence: Readonly<Record<'stated' | 'inferred', Confidence>>;
};

/** Models by id. */
export type DeviceCatalogue = ReadonlyMap<string, CatalogueDevice>;

/** Indexes the catalogue; what is stated of a model is as well supported as its strongest source, a conclusion as its weakest. */
export function indexDevices(
  models: readonly DeviceModel[],
  sources: readonly Source[],
): DeviceCatalogue {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return new Map(
    models.map((model) => {
      const cited = model.sourceIds.flatMap((id) => byId.get(id) ?? []);
      const stated = weighSources('stated', cited).confidence;
      const inferred = weighSources('inferred', cited).confidence;
      return [model.id, { model, confidence: { stated, inferred } }];
    }),
  );
}
