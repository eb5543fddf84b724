import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commonHeaders, fieldsToRecord } from '../../../server/middleware/answer.ts';
import { loadFiles } from '../../../server/site/load-files.ts';

const NAMES = ['new.mock', 'table.csv', 'table.csv-metadata.json', 'notes.mocktext', 'page.html'];

describe('the media type of a file', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'load-files-'));
    for (const name of NAMES) await writeFile(join(folder, name), 'content');
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function typesOf(mediaTypes?: ReadonlyMap<string, string>) {
    const files = await loadFiles(folder, {
      address: '/files',
      lifetime: () => 'revalidate',
      headers: commonHeaders({ https: false }),
      ...(mediaTypes && { mediaTypes }),
    });
    return Object.fromEntries(
      NAMES.map((name) => {
        const fields = fieldsToRecord(files.get(`/files/${name}`)?.fields ?? []);
        return [name, fields['content-type']];
      }),
    );
  }

  it('is what the list of the files says, whatever the extension', async () => {
    const listed = new Map([
      ['new.mock', 'application/x-mock'],
      ['table.csv', 'text/csv'],
      ['table.csv-metadata.json', 'application/csvm+json'],
      ['notes.mocktext', 'text/x-mock'],
    ]);
    expect(await typesOf(listed)).toEqual({
      'new.mock': 'application/x-mock',
      'table.csv': 'text/csv; charset=utf-8; header=present',
      'table.csv-metadata.json': 'application/csvm+json',
      'notes.mocktext': 'text/x-mock; charset=utf-8',
      'page.html': 'text/html; charset=utf-8',
    });
  });

  it('follows from the extension where no list names the file, and is bytes where neither tells', async () => {
    expect(await typesOf()).toMatchObject({
      'page.html': 'text/html; charset=utf-8',
      'table.csv-metadata.json': 'application/json',
      'new.mock': 'application/octet-stream',
    });
  });
});
