import type { DatasetRegion } from '../../data/schema/dataset.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatDate, sentenceGap } from '../i18n/format.ts';
import { createCardModel } from '../ui/card/card-model.ts';
import { Document } from '../ui/document.tsx';
import { VerdictMark } from '../ui/verdict-icon.tsx';
import type { PageContext } from './page-context.ts';

/** What a page about one region's answer for other sites is drawn from. */
export interface EmbedProps {
  context: PageContext;
  language: Language;
  region: DatasetRegion;
}

/** The answer in a sentence, for any household that the map speaks of. */
export function sentenceOf({ context, language, region }: EmbedProps): string {
  const assessment = context.assess(region.id);
  const { dataset } = context;
  return createCardModel({ dataset, assessment, language })?.sentence ?? region.name[language];
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
        <strong>{sentenceOf(props)}</strong>
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
      description={sentenceOf(props)}
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
