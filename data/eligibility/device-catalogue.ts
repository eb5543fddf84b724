import type { DeviceModel } from '../schema/device.ts';
import type { Source } from '../schema/source.ts';
import { CONFIDENCES, type Confidence } from '../schema/source.ts';

/** A model with the weight of what is known of it. */
export type CatalogueDevice = { model: DeviceModel; confidence: Confidence };

/** Models by id. */
export type DeviceCatalogue = ReadonlyMap<string, CatalogueDevice>;

/** Indexes the catalogue; a model is as well supported as its strongest source. */
export function indexDevices(
  models: readonly DeviceModel[],
  sources: readonly Source[],
): DeviceCatalogue {
  const confidences = new Map(sources.map((source) => [source.id, source.confidence]));
  return new Map(
    models.map((model) => {
      const ranks = model.sourceIds.flatMap((id) => {
        const confidence = confidences.get(id);
        return confidence === undefined ? [] : CONFIDENCES.indexOf(confidence);
      });
      return [model.id, { model, confidence: CONFIDENCES[Math.min(...ranks)] ?? 'secondary' }];
    }),
  );
}
