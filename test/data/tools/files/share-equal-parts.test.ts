import { expect, it } from 'vitest';
import { createPartSharing } from '../../../../data/tools/files/share-equal-parts.ts';

it('keeps equal parts once, however deep they lie, and says the same as before', () => {
  const share = createPartSharing();
  const made = (id: string) => ({ id, axes: [{ value: 'yes', from: { codes: [1, '1', null] } }] });
  const [one, other] = [made('one'), made('other')];
  share(one);
  share(other);
  expect(other).toEqual(made('other'));
  expect(other.axes).toBe(one.axes);
});

it('takes nothing for equal that differs in a type, a name, an order or a length', () => {
  const parts: object[] = [
    [1, 2],
    ['1', '2'],
    [2, 1],
    [1],
    [],
    {},
    { 0: 1, 1: 2 },
    { a: 1 },
    { b: 1 },
    { a: undefined },
    { a: null },
    { a: 'null' },
    { a: ['x'] },
    { a: { 0: 'x' } },
    { 'a:1,b': 1 },
  ];
  const whole = { parts: structuredClone(parts) };
  createPartSharing()(whole);
  expect(whole.parts).toEqual(parts);
  expect(new Set(whole.parts).size).toBe(parts.length);
});

it('leaves frozen parts where they are', () => {
  const share = createPartSharing();
  const [one, other] = [{ part: Object.freeze({ a: 1 }) }, { part: Object.freeze({ a: 1 }) }];
  const { part } = other;
  share(one);
  share(other);
  expect(other.part).toBe(part);
});
