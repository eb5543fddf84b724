import { expect, it } from 'vitest';
import { shortName } from '../../../../../client/islands/map/canvas/sources.ts';

it.each([
  ['ru', 'Новосибирская область', 'Новосибирская обл.'],
  ['ru', 'Республика Коми', 'Коми'],
  ['ru', 'Северная Осетия — Алания', 'Северная Осетия'],
  ['ru', 'Ханты-Мансийский автономный округ — Югра', 'Ханты-Мансийский АО'],
  ['en', 'Jewish Autonomous Oblast', 'Jewish'],
  ['zh', '莫斯科州', '莫斯科州'],
] as const)('in %s a label says "%s" as "%s"', (language, name, short) => {
  expect(shortName(name, language)).toBe(short);
});
