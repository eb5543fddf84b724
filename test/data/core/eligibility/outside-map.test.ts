import { expect, it } from 'vitest';
import { isOutsideMap } from '../../../../data/core/eligibility/operators.ts';
import { createRealContext } from '../../../client/real-context.ts';

const { dataset } = await createRealContext();

it('names the operators whose numbers all belong to places that the map does not show', () => {
  const outside = dataset.operators.filter(({ id }) => isOutsideMap(dataset, id));
  expect(outside.map(({ id }) => id)).toEqual([
    'krymtelekom',
    'mirtelecom',
    'mks',
    'phoenix',
    'sevtelecom',
  ]);
});

it('keeps an operator of which the register lists no numbers', () => {
  expect(isOutsideMap(dataset, 'ton-mobile')).toBe(false);
});
