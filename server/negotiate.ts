import { ProblemError } from './problem.ts';

/** One representation that a resource is offered in. */
export interface Offer {
  /** Value of the parameter `f`. */
  readonly f: string;
  /** Media type as sent. */
  readonly type: string;
  /** Media types in `Accept` that it answers to, besides its own. */
  readonly answersTo?: readonly string[];
}

interface AcceptedRange {
  readonly type: string;
  readonly quality: number;
}

/**
 * Chooses a representation: `f` decides where given; else `Accept` by quality, then by the order of
 * the offers (RFC 9110 12.5.1). No header and the wildcard mean the first offer, which is JSON.
 *
 * @throws ProblemError 406 listing what is offered.
 */
export function chooseOffer<O extends Offer>(
  offers: readonly [O, ...O[]],
  accept: string | undefined,
  f?: string | undefined,
): O {
  if (f !== undefined) {
    const named = offers.find((offer) => offer.f === f);
    if (named !== undefined) return named;
  }
  if (accept === undefined || accept === '' || accept === '*/*') return offers[0];
  const ranges = parseAccept(accept);
  if (ranges.length === 0) return offers[0];
  let best: O | undefined;
  let bestQuality = 0;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality > bestQuality) {
      best = offer;
      bestQuality = quality;
    }
  }
  if (best === undefined) {
    const allowed = offers.map((offer) => offer.type);
    throw new ProblemError(406, `offered are ${allowed.join(', ')}`, {
      mistakes: [{ parameter: 'Accept', detail: 'none of these types is offered', allowed }],
    });
  }
  return best;
}

function parseAccept(accept: string): AcceptedRange[] {
  const parts = accept.split(',').filter((part) => part.trim() !== '');
  return parts.map((part) => {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    // Java's HttpURLConnection says `*` where it means any type.
    const type = range === '*' ? '*/*' : range;
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const quality = q === undefined ? 1 : Number(q);
    return { type, quality: Number.isFinite(quality) ? Math.min(Math.max(quality, 0), 1) : 0 };
  });
}

/** Quality of the most specific range that fits: exact type, then `type/*`, then the wildcard. */
function qualityOf(offer: Offer, ranges: readonly AcceptedRange[]): number {
  const names = [bareType(offer.type), ...(offer.answersTo ?? [])];
  const group = `${names[0]?.split('/')[0]}/*`;
  const exact = ranges.filter((range) => names.includes(range.type));
  const fitting = exact.length > 0 ? exact : ranges.filter((range) => range.type === group);
  const chosen = fitting.length > 0 ? fitting : ranges.filter((range) => range.type === '*/*');
  return Math.max(0, ...chosen.map((range) => range.quality));
}

function bareType(type: string): string {
  return type.split(';')[0]?.trim() ?? type;
}
