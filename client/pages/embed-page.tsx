import type { DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { CodeSample, SITE } from '../components/commands.tsx';
import type { PageContext } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { VerdictMark } from '../components/verdict-icon.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatDate, sentenceGap } from '../i18n/grammar/format.ts';
import { regionSentence } from './plain-text.ts';

/** What a page about one region's answer for other sites is drawn from. */
export interface EmbedProps {
  context: PageContext;
  language: Language;
  region: DatasetRegion;
}

/** The verdict as it stands in a frame, with its day and the way to the evidence. */
export function EmbeddedAnswer(props: EmbedProps) {
  const { context, language, region } = props;
  const { about, card } = catalogueOf(language);
  const { verdict, asOf } = context.assess(region.id);
  return (
    <>
      <p class="verdict" data-verdict={verdict}>
        <VerdictMark verdict={verdict} />
        <strong>{regionSentence(context, region, language)}</strong>
      </p>
      <p class="hint">
        {card.answerOf(formatDate(language, asOf))}
        {sentenceGap(language)}
        <a href={`${context.origin ?? ''}/${language}/regions/${region.id}`} target="_top">
          {about.embed.full}
        </a>
      </p>
    </>
  );
}

/** `/{lang}/embed/{id}`: one region's answer for a frame on another site. */
export function EmbedPage(props: EmbedProps) {
  const { context, language, region } = props;
  const name = region.name[language];
  return (
    <Document
      context={context}
      language={language}
      path={`/regions/${region.id}`}
      title={name}
      description={regionSentence(context, region, language)}
      noIndex
      bare
      entry="page"
      textOnly
    >
      <main id="main" class="text">
        <h1>{name}</h1>
        <EmbeddedAnswer {...props} />
      </main>
    </Document>
  );
}

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
