import { describe, expect, it } from 'vitest';
import { datasetFile } from '../../../../data/core/schema/dataset-file.ts';
import { datasetIn, readDatasetIn } from '../../../../data/core/schema/dataset-in-language.ts';
import { LANGUAGES } from '../../../../data/core/schema/localized-text.ts';
import { createTestApp } from '../../../server/test-app.ts';

const { app, service } = await createTestApp();
const { dataset } = service;

describe('the dataset for readers of one language', () => {
  it.each(LANGUAGES)('says in %s what the whole one says, and all else alike', (language) => {
    const sent: unknown = JSON.parse(JSON.stringify(datasetIn(language, dataset)));
    const other = LANGUAGES.find((each) => each !== language) ?? 'ru';
    const read = readDatasetIn(language, dataset.hash, sent);
    // What was written in one language is, written once more, the same; of the others nothing is left.
    expect(datasetIn(language, read)).toEqual(datasetIn(language, dataset));
    expect(datasetIn(other, read)).not.toEqual(datasetIn(other, dataset));
    expect(read.regions[0]?.name[language]).toBe(dataset.regions[0]?.name[language]);
    expect(read.sources).toEqual(dataset.sources);
    expect(read.numbering).toEqual(dataset.numbering);
  });

  it.each(LANGUAGES)(
    'is served in %s as what the build made of the whole one',
    async (language) => {
      const path = `/data/${dataset.hash.slice(0, 16)}/${datasetFile(language)}`;
      const sent: unknown = await (await app.request(path)).json();
      expect(sent).toEqual(JSON.parse(JSON.stringify(datasetIn(language, dataset))));
    },
  );

  it('is refused where it is of another release or none', () => {
    const sent = datasetIn('ru', dataset);
    expect(() => readDatasetIn('ru', '0'.repeat(64), sent)).toThrow('expected the dataset');
    for (const content of [null, [], 'dataset', { hash: dataset.hash }]) {
      expect(() => readDatasetIn('ru', dataset.hash, content)).toThrow('expected the dataset');
    }
  });
});
