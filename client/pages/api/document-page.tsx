import type { ComponentChildren } from 'preact';
import { API_STYLE, type DocumentFrame } from './document-frame.ts';

/** A page of the API for people: trail, title, other representations, content. */
export function DocumentPage({
  frame,
  children,
}: {
  frame: DocumentFrame;
  children: ComponentChildren;
}) {
  const { title, trail, alternates, linkedData } = frame;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${title} · Family eSIM Map API`}</title>
        <style dangerouslySetInnerHTML={{ __html: API_STYLE }} />
        {linkedData === undefined ? null : <LinkedData value={linkedData} />}
      </head>
      <body>
        <nav aria-label="Path">
          <a href="/">Family eSIM Map</a>
          {trail.map(({ href, title }) => (
            <>
              {' / '}
              <a href={href}>{title}</a>
            </>
          ))}
        </nav>
        <main>
          <h1>{title}</h1>
          <p>
            {alternates.map(({ href, title }, index) => (
              <>
                {index === 0 ? '' : ' · '}
                <a href={href}>{title}</a>
              </>
            ))}
          </p>
          {children}
        </main>
      </body>
    </html>
  );
}

/** `<` is written as an escape of JSON, so that no text can end the element. */
function LinkedData({ value }: { value: object }) {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
