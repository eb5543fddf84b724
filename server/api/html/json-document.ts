import { createHash } from 'node:crypto';
import type * as z from 'zod';
import {
  API_STYLE,
  type DocumentFrame,
  type DocumentLink,
  renderValuePage,
} from '../../../client/server-entry.tsx';
import { API_ROOT, alternatesOf, apiHref, type Link, representationLinks } from '../../links.ts';
import { type Answer, answerOf, jsonAnswer, pagePolicy } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import { type Making, Pieces } from '../../middleware/pieces.ts';
import { type AnswerDocument, HTML_OFFER, JSON_OFFER, type RouteRequest } from '../../route.ts';

/** JSON, and the same as a page: what every document of the API is offered in (OGC API Features, class HTML). */
export const DOCUMENT_OFFERS: readonly [Offer, Offer] = [JSON_OFFER, HTML_OFFER];

/** What the API document says of such an answer. */
export function documentContent(schema: z.ZodType): AnswerDocument['content'] {
  return { 'application/json': schema, 'text/html': undefined };
}

/** How a document is called, and the way to it from the landing page where that is longer than one step. */
interface DocumentAbout {
  readonly title: string;
  readonly trail?: readonly DocumentLink[];
  /** All its representations. */
  readonly offers?: readonly Offer[];
}

/** A value as JSON, or as a page where the request chose that. */
export function documentAnswer(
  request: RouteRequest<unknown>,
  about: DocumentAbout,
  value: object,
  headers?: Readonly<Record<string, string>>,
): Answer | Promise<Answer> {
  if (request.f !== HTML_OFFER.f) return jsonAnswer(value, undefined, headers);
  return pageAnswer(renderValuePage(frameOf(request, about), value), request);
}

/** What stands around the content of the page of a document. */
export function frameOf(
  request: RouteRequest<unknown>,
  about: DocumentAbout,
  links: readonly Link[] = representationLinks(request, about.offers ?? DOCUMENT_OFFERS),
): DocumentFrame {
  const { title, trail = [{ href: request.path, title }] } = about;
  return {
    title,
    trail: [{ href: API_ROOT, title: 'API' }, ...trail],
    alternates: alternatesOf(links),
  };
}

/** The way to a collection. */
export function collectionTrail({ id, title }: { id: string; title: string }): DocumentLink[] {
  return [
    { href: `${apiHref('', '/collections')}?f=html`, title: 'Collections' },
    { href: `${apiHref('', `/collections/${id}`)}?f=html`, title },
  ];
}

const STYLE_HASH = `'sha256-${createHash('sha256').update(API_STYLE).digest('base64')}'`;

/** A page of the API; its policy lets its own styles through and nothing else. Others are answered while it is written. */
export async function pageAnswer(html: Iterable<string>, making: Making): Promise<Answer> {
  return answerOf(await Pieces.gather(html, making), HTML_OFFER.type, {
    'content-language': 'en',
    'content-security-policy': pagePolicy([STYLE_HASH]),
  });
}
