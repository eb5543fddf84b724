import type { DatasetRegion } from '../../data/schema/dataset.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatDate, sentenceGap } from '../i18n/format.ts';
import { Document } from '../ui/document.tsx';
import { VerdictMark } from '../ui/verdict-icon.tsx';
import type { PageContext } from './page-context.ts';
import { regionSentence } from './region-sentence.ts';

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
