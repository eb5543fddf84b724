import * as z from 'zod';
import { Correction, Experience, type Report } from '../../../data/core/schema/report.ts';

/** A proof as ALTCHA's widget sends it: base64 of JSON; or that JSON itself. */
export const Proof = z.union([
  z.string().max(4_000),
  z.looseObject({ challenge: z.unknown(), solution: z.unknown() }),
]);
export type Proof = z.infer<typeof Proof>;

/** A report with its proof of work, as it is posted. */
export const ReportBody = z.discriminatedUnion('kind', [
  Experience.safeExtend({ proof: Proof.optional() }),
  Correction.safeExtend({ proof: Proof.optional() }),
]);
export type ReportBody = z.infer<typeof ReportBody>;

/** The report without its proof, in one order of its fields, so that a retry has the same hash. */
export function reportOf({ proof: _, ...report }: ReportBody): Report {
  return report.kind === 'experience' ? Experience.parse(report) : Correction.parse(report);
}

/** Largest body of a report: all its texts in four bytes a character, a proof, and what stands around them. */
export const MAX_REPORT_BYTES = 16 * 1024;

/** What is sent to use a key: nothing more opens the case, `answer` answers the desk, `withdraw` takes everything back. */
export const ThreadBody = z.strictObject({
  key: z.string().min(1).max(200),
  answer: z.string().min(1).max(2_000).optional(),
  withdraw: z.literal(true).optional(),
});
export type ThreadBody = z.infer<typeof ThreadBody>;

/** Fields of a form as an object; what was left empty is absent. */
export function formFields(body: string): Record<string, string> {
  const fields = [...new URLSearchParams(body)].filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(fields.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
}
