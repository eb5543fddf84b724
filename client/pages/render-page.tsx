import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../data/schema/localized-text.ts';
import { chooseLanguage, languageOf } from '../i18n/language.ts';
import { MapPage } from './map-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import type { PageContext, PageRequest, RenderedPage } from './page-context.ts';
import { RegionPage } from './region-page.tsx';
import { styleHash } from './style-hash.ts';

/** A page's content for its address below the language, or `undefined` where there is none. */
function contentOf(
  path: string,
  language: Language,
  request: PageRequest,
  context: PageContext,
): VNode | undefined {
  if (path === '/') return <MapPage context={context} request={request} language={language} />;
  const [, section, id, ...more] = path.split('/');
  if (more.length > 0) return undefined;
  if (section === 'regions' && id !== undefined) {
    const region = context.dataset.regions.find((candidate) => candidate.id === id);
    if (region !== undefined) {
      return <RegionPage context={context} language={language} region={region} />;
    }
  }
  return undefined;
}

function redirect(location: string, language: Language, status: 301 | 302): RenderedPage {
  return {
    status,
    language,
    contentType: 'text/html; charset=utf-8',
    html: '',
    location,
    inlineHashes: [],
    embeddable: false,
  };
}

/**
 * Renders the page of an address. `/` redirects to the reader's language, `/ru` to `/ru/`;
 * an address without a page gives a 404 page in its own language or the reader's.
 */
export async function renderPage(
  request: PageRequest,
  context: PageContext,
): Promise<RenderedPage> {
  const [, first, ...rest] = request.path.split('/');
  const reader = chooseLanguage(request.acceptLanguage);
  if (request.path === '/') return redirect(`/${reader}/`, reader, 302);
  const language = languageOf(first);
  if (language !== undefined && rest.length === 0) return redirect(`/${language}/`, language, 301);
  const content =
    language === undefined
      ? undefined
      : contentOf(`/${rest.join('/')}`, language, request, context);
  const html = renderToString(
    content ?? <NotFoundPage context={context} request={request} language={language ?? reader} />,
  );
  return {
    status: content === undefined ? 404 : 200,
    language: language ?? reader,
    contentType: 'text/html; charset=utf-8',
    html: `<!doctype html>${html}`,
    inlineHashes: [await styleHash(context.styles)],
    embeddable: false,
  };
}
