import { VERDICTS, type Verdict } from '../../data/core/schema/verdict.ts';

/** Each verdict has a shape of its own, so that nothing depends on colour: tick, half disc, question, bar. */
export const VERDICT_SHAPES: Readonly<Record<Verdict, string>> = {
  yes: 'M4.5 8.3l2.5 2.5 4.5-5',
  partial: 'M8 4.2a3.8 3.8 0 0 1 0 7.6z',
  unknown: 'M6.1 6.4a1.9 1.9 0 1 1 2.8 1.7c-.6.3-.9.7-.9 1.4M8 11.7v.1',
  no: 'M4.9 8h6.2',
};

/** The shapes, once per document; marks refer to them. */
export function VerdictShapes() {
  return (
    <svg width="0" height="0" class="vh" aria-hidden="true">
      {VERDICTS.map((verdict) => (
        <symbol key={verdict} id={`v-${verdict}`} viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="7.2" />
          <path d={VERDICT_SHAPES[verdict]} />
        </symbol>
      ))}
    </svg>
  );
}

/** Mark of a verdict; its words always stand beside it, so it is hidden from screen readers. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <svg class="vi" data-verdict={verdict} aria-hidden="true">
      <use href={`#v-${verdict}`} />
    </svg>
  );
}
