import { OgcApiEndpoint } from '@camptocamp/ogc-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningService, startService } from '../start-service.ts';

describe('@camptocamp/ogc-client', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('reads the endpoint, its collections and their items', async () => {
    const endpoint = new OgcApiEndpoint(`${service.origin}/api/v1`);
    expect(await endpoint.hasFeatures).toBe(true);
    const names = await endpoint.featureCollections;
    expect([...names].sort()).toEqual(['operator-regions', 'places', 'regions']);
    const info = await endpoint.getCollectionInfo('regions');
    expect(info).toMatchObject({
      id: 'regions',
      crs: expect.arrayContaining([expect.stringContaining('CRS84')]),
    });
    const items = await endpoint.getCollectionItems('regions', 3, 2);
    expect(items).toHaveLength(3);
    const kazan = await endpoint.getCollectionItem('regions', 'RU-TA');
    expect(kazan.properties).toMatchObject({ name_en: 'Tatarstan' });
  });
});
