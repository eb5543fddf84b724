import { catalogueOf } from '../i18n/catalogue.ts';
import { CodeSample, SITE } from '../ui/code-sample.tsx';
import { Document } from '../ui/document.tsx';
import { EmbeddedAnswer, type EmbedProps } from './embed-page.tsx';
import { regionSentence } from './region-sentence.ts';

/** Whole addresses: the code stands on another site. */
function frameCode(name: string, below: (path: string) => string): string[] {
  return [
    `<iframe src="${below('embed')}" title="${name}"`,
    '  width="100%" height="240" loading="lazy"></iframe>',
  ];
}

function badgeCode(name: string, below: (path: string) => string): string[] {
  return [
    `<a href="${below('regions')}">`,
    `  <img src="${below('badge')}.svg" alt="${name}" height="24"></a>`,
  ];
}

/** `/{lang}/embed-code/{id}`: what another site pastes to show the region's answer. */
export function EmbedCodePage(props: EmbedProps) {
  const { context, language, region } = props;
  const { embed } = catalogueOf(language).about;
  const name = region.name[language];
  const below = (path: string): string => `${SITE}/${language}/${path}/${region.id}`;
  return (
    <Document
      context={context}
      language={language}
      path={`/embed-code/${region.id}`}
      title={embed.title(name)}
      description={regionSentence(context, region, language)}
      noIndex
      entry="page"
    >
      <main id="main" class="text">
        <h1>{embed.title(name)}</h1>
        <EmbeddedAnswer {...props} />
        <h2>{embed.code}</h2>
        <CodeSample
          name="frame"
          title={embed.frame}
          lines={frameCode(name, below)}
          origin={context.origin}
          language={language}
        />
        <CodeSample
          name="badge"
          title={embed.badge}
          lines={badgeCode(name, below)}
          origin={context.origin}
          language={language}
        />
        <p>
          <img src={`/${language}/badge/${region.id}.svg`} alt="" height="24" />
        </p>
      </main>
    </Document>
  );
}
