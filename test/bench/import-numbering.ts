import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot, parseData, readDataFiles } from '../../data/tools/authored/data-files.ts';
import { importNumbering } from '../../data/tools/import/numbering/import-numbering.ts';
import { HolderNames } from '../../data/tools/import/numbering/resolve-names.ts';

// npm run bench:import: how long a register of the real size takes (goal: under two seconds).
const ROWS = 17_060;

const root = findProjectRoot(import.meta.dirname);
const { data } = parseData(await readDataFiles(join(root, 'data/facts')));
const regions = data.regions.map(({ value }) => value);
const operators = data.operators.map(({ value }) => value);
const holders = await readFile(join(root, 'data/tools/import/numbering/holders.json'), 'utf8');
const holderNames = HolderNames.parse(JSON.parse(holders));
const [shipped] = data.numbering;
if (shipped === undefined) throw new Error('no numbering table is shipped');

const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
const file = join(folder, 'DEF-9xx.csv');
try {
  await writeFile(file, makeRegister());
  const started = performance.now();
  const { imported } = await importNumbering({
    input: createReadStream(file),
    fileName: 'DEF-9xx.csv',
    registerDate: '2026-08-19',
    regions,
    operators,
    holderNames,
    shipped: shipped.value,
  });
  const elapsed = (performance.now() - started) / 1000;
  const megabytes = (await stat(file)).size / 1e6;
  console.log(
    `${imported.ranges.length} ranges, ${megabytes.toFixed(1)} MB: ${elapsed.toFixed(2)} s`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** A register of invented ranges, spread over all codes, regions and holders. */
function makeRegister(): string {
  const perCode = Math.ceil(ROWS / 100);
  const size = Math.floor(10_000_000 / perCode);
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const code = 900 + Math.floor(index / perCode);
    const from = (index % perCode) * size;
    const holder = holderNames.holders[index % holderNames.holders.length];
    const territory = regions[index % regions.length]?.officialName ?? '';
    return [
      code,
      String(from).padStart(7, '0'),
      String(from + size - 1).padStart(7, '0'),
      size,
      holder?.names[0] ?? '',
      territory,
      territory,
      holder?.taxId ?? '',
    ].join(';');
  });
  return `\uFEFFАВС/ DEF;От;До;Емкость;Оператор;Регион;Территория ГАР;ИНН\r\n${lines.join('\r\n')}\r\n`;
}
