import type { Claim, Finding } from '../../schema/claim.ts';
import type { RegionId } from '../../schema/ids.ts';
import type { NumberingTable } from '../../schema/numbering.ts';

/**
 * Gives a claim marked `derivesPresence` its findings out of the numbering register: `yes` in the regions where
 * the operator holds numbers, `no` in the others. It is an inference either way, which is why such a claim has
 * the method `inferred`: numbers held are not proof of sale. An operator without a row in the counts was not looked
 * for, so the claim stays as it is and presence stays unknown.
 */
export function resolvePresence<T extends Claim>(
  claim: T,
  operatorId: string,
  numbering: NumberingTable | undefined,
  allRegionIds: readonly RegionId[],
): T {
  const counts: Partial<Record<string, number>> | undefined = numbering?.counts[operatorId];
  if (!claim.derivesPresence || counts === undefined) return claim;
  const held = allRegionIds.filter((id) => counts[id] !== undefined);
  const notHeld = allRegionIds.filter((id) => counts[id] === undefined);
  const findings: Finding[] = [];
  if (held.length > 0) {
    findings.push({ axis: 'presence', value: 'yes', regionIds: held, conditions: [] });
  }
  if (notHeld.length > 0) {
    findings.push({ axis: 'presence', value: 'no', regionIds: notHeld, conditions: [] });
  }
  return { ...claim, findings: [...claim.findings, ...findings] };
}
