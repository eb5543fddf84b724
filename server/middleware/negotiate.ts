import { parseAccept } from 'hono/utils/accept';
import { LANGUAGES, type Language } from '../../data/core/schema/localized-text.ts';
import { ProblemError } from './problem.ts';

// hono/accepts compares plain names: it knows no parameters such as `version=3.1`, and no second name for a type.

/** One representation that a resource is offered in. */
export interface Offer {
  /** Value of the parameter `f`. */
  readonly f: string;
  /** Media type as sent. */
  readonly type: string;
  /** Media types in `Accept` that it answers to, besides its own. */
  readonly answersTo?: readonly string[];
}

interface MediaType {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

interface AcceptedRange extends MediaType {
  readonly quality: number;
}

/**
 * Chooses a representation: `f` decides where given, else what `Accept` prefers.
 *
 * @throws ProblemError 406 listing what is offered.
 */
export function chooseOffer<O extends Offer>(
  offers: readonly [O, ...O[]],
  accept: string | undefined,
  f?: string | undefined,
): O {
  const named = f === undefined ? undefined : offers.find((offer) => offer.f === f);
  const chosen = named ?? preferredOffer(offers, accept);
  if (chosen !== undefined) return chosen;
  const allowed = offers.map((offer) => offer.type);
  throw new ProblemError(406, `offered are ${allowed.join(', ')}`, {
    errors: [{ parameter: 'Accept', detail: 'none of these types is offered', allowed }],
  });
}

/**
 * The offer that an `Accept` field prefers, by quality, then by the order of the offers (RFC 9110 12.5.1); `undefined`
 * where it accepts none. No field and the wildcard mean the first offer, which is JSON.
 */
export function preferredOffer<O extends Offer>(
  offers: readonly [O, ...O[]],
  accept: string | undefined,
): O | undefined {
  if (accept === undefined || accept === '' || accept === '*/*') return offers[0];
  const ranges = readAccept(accept);
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
  return best;
}

/**
 * The language of ours that a reader likes best (RFC 9110 12.5.4); English where it is none of them, Russian where the
 * reader says nothing.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined || acceptLanguage.trim() === '') return 'ru';
  const wanted = parseAccept(acceptLanguage)
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.toLowerCase().split('-')[0]);
  return wanted.flatMap((code) => LANGUAGES.filter((language) => language === code))[0] ?? 'en';
}

function readAccept(accept: string): AcceptedRange[] {
  return parseAccept(accept).map(({ type, params, q }) => ({
    // Java's HttpURLConnection says `*` where it means any type.
    type: type === '*' ? '*/*' : type.toLowerCase(),
    parameters: new Map(
      Object.entries(params).map(([name, value]) => [name.toLowerCase(), value.toLowerCase()]),
    ),
    quality: q,
  }));
}

function readMediaType(text: string): MediaType {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim().toLowerCase());
  const parameters = rest.map((parameter): [string, string] => {
    const equals = parameter.indexOf('=');
    return [parameter.slice(0, equals), parameter.slice(equals + 1).replaceAll('"', '')];
  });
  return { type, parameters: new Map(parameters) };
}

/** Quality of the most specific range that fits: exact type, then `type/*`, then the wildcard. */
function qualityOf(offer: Offer, ranges: readonly AcceptedRange[]): number {
  const own = readMediaType(offer.type);
  const names = [own.type, ...(offer.answersTo ?? [])];
  const group = `${own.type.split('/')[0]}/*`;
  const exact = ranges.filter(
    ({ type, parameters }) => names.includes(type) && !contradicts(parameters, own),
  );
  const fitting = exact.length > 0 ? exact : ranges.filter((range) => range.type === group);
  const chosen = fitting.length > 0 ? fitting : ranges.filter((range) => range.type === '*/*');
  return Math.max(0, ...chosen.map((range) => range.quality));
}

/** Whether a range wants another value of a parameter that the offer has: `version=3.1` of OpenAPI. Text is always UTF-8. */
function contradicts(wanted: MediaType['parameters'], { parameters }: MediaType): boolean {
  return [...parameters].some(
    ([name, value]) => name !== 'charset' && (wanted.get(name) ?? value) !== value,
  );
}
