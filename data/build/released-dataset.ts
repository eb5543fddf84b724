import { gunzipSync, gzipSync } from 'node:zlib';
import { ReleasedDataset } from '../schema/released-dataset.ts';
import { canonicalJson } from './canonical-json.ts';

/** Packs a released version for keeping: canonical JSON, gzip at its best; the same content gives the same bytes. */
export function packRelease(release: ReleasedDataset): Uint8Array {
  return gzipSync(canonicalJson(release), { level: 9 });
}

/** Unpacks and parses a kept version. Throws when the bytes are not gzip or the content no released dataset. */
export function unpackRelease(bytes: Uint8Array): ReleasedDataset {
  return ReleasedDataset.parse(JSON.parse(gunzipSync(bytes).toString('utf8')));
}
