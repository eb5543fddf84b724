import { OFFLINE_WORDS } from '../i18n/offline-words.ts';
import { ANY_READER, PAGES } from './kept.ts';

/** A page that is kept: its address and its title as it stands in the HTML. */
interface KeptPage {
  path: string;
  title: string;
}

type Language = keyof typeof OFFLINE_WORDS;

const isLanguage = (code: string | undefined): code is Language =>
  code !== undefined && Object.hasOwn(OFFLINE_WORDS, code);

/** Language of an address below the site; Russian where it names none. */
function languageIn(path: string): Language {
  const [, code] = path.split('/');
  return isLanguage(code) ? code : 'ru';
}

/** An address without its language. */
function below(path: string): string {
  const [, code] = path.split('/');
  return isLanguage(code) ? path.slice(code.length + 1) : path;
}

async function keptPages(): Promise<KeptPage[]> {
  const cache = await caches.open(PAGES);
  const requests = await cache.keys();
  return Promise.all(
    requests.map(async (request) => {
      const path = new URL(request.url).pathname;
      const html = (await (await cache.match(request, ANY_READER))?.text()) ?? '';
      return { path, title: /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? path };
    }),
  );
}

const linkTo = ({ path, title }: KeptPage): string => {
  const language = languageIn(path);
  const address = encodeURI(path);
  return `<li><a href="${address}" lang="${language}" hreflang="${language}">${title}</a></li>`;
};

/**
 * A page in the place of one that is neither kept nor to be had: what is kept instead, the same page in another language
 * first. It needs no file, since none may be there.
 */
export async function offlinePage(address: string): Promise<Response> {
  const language = languageIn(address);
  const words = OFFLINE_WORDS[language];
  const kept = await keptPages();
  const same = kept.filter(({ path }) => below(path) === below(address));
  const others = kept.filter((page) => !same.includes(page));
  const part = (heading: string, pages: readonly KeptPage[]): string =>
    pages.length === 0 ? '' : `<p>${heading}</p><ul>${pages.map(linkTo).join('')}</ul>`;
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}li{padding:.5rem 0}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
${part(words.sameIn, same)}${part(words.text, others)}${kept.length === 0 ? `<p>${words.nothing}</p>` : ''}
<p><a href="">${words.again}</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
