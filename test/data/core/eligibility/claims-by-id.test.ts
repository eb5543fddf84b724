import { expect, it } from 'vitest';
import { claimsById } from '../../../../data/core/eligibility/claims/claim-index.ts';
import { claim, dataset, finding, operator } from '../../../fixtures/dataset-builder.ts';

const shared = claim('sells-esim', [finding('esim', 'yes')]);
const host = operator('host', { claims: [shared] });
const guest = operator('guest', {
  kind: 'mvno',
  claims: [
    claim('sells-esim', [], { inheritedFrom: 'host' }),
    claim('only-here', [], { inheritedFrom: 'elsewhere' }),
  ],
});

it.each([
  ['before', [host, guest]],
  ['behind', [guest, host]],
])('finds the claim of the host that stands %s those who took it over', (_where, operators) => {
  const claims = claimsById(dataset(operators));
  expect(claims.get('sells-esim')?.inheritedFrom).toBeUndefined();
  expect(claims.get('sells-esim')?.findings).toHaveLength(1);
  expect(claims.get('only-here')?.inheritedFrom).toBe('elsewhere');
});

it('finds the claims of laws, too', () => {
  expect(claimsById(dataset([host])).has('law-cap')).toBe(true);
});
