import type { Verdict } from '../../data/schema/verdict.ts';

/** Each verdict has a shape of its own, so that nothing depends on colour: tick, half disc, question, bar. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  yes: 'M4.2 8.4l2.6 2.6 5-5.6',
  partial: 'M8 4a4 4 0 0 1 0 8z',
  unknown: 'M6.2 6.2a1.9 1.9 0 1 1 2.7 1.9c-.6.3-.9.6-.9 1.3M8 11.6v.1',
  no: 'M4.8 8h6.4',
};

/** Icon of a verdict; always stands beside its words, so it is hidden from screen readers. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  return (
    <svg class="vi" data-verdict={verdict} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" />
      <path d={SHAPES[verdict]} />
    </svg>
  );
}
