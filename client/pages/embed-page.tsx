import type { DatasetRegion } from '../../data/schema/dataset.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatDate, sentenceGap } from '../i18n/format.ts';
import { createCardModel } from '../ui/card/card-model.ts';
import { Document } from '../ui/document.tsx';
import { VerdictMark } from '../ui/verdict-icon.tsx';
import type { PageContext, PageRequest } from './page-context.ts';

/** HTML that other sites paste to show a frame or a badge. */
function EmbedCode({ label, code }: { label: string; code: string }) {
  return (
    <label>
      {label}
      <textarea readonly rows={3} value={code} />
    </label>
  );
}

/**
 * `/{lang}/embed/{id}`: one region's answer for a frame on another site. With `?code` the page shows what to paste.
 */
export function EmbedPage(props: {
  context: PageContext;
  request: PageRequest;
  language: Language;
  region: DatasetRegion;
}) {
  const { context, request, language, region } = props;
  const { about, card } = catalogueOf(language);
  const assessment = context.assess(region.id);
  const model = createCardModel({ dataset: context.dataset, assessment, language });
  const name = region.name[language];
  const page = `${context.origin ?? ''}/${language}/regions/${region.id}`;
  const frame = `${context.origin ?? ''}/${language}/embed/${region.id}`;
  const badge = `${context.origin ?? ''}/${language}/badge/${region.id}.svg`;
  const showsCode = request.query.has('code');
  return (
    <Document
      context={context}
      language={language}
      path={`/regions/${region.id}`}
      title={showsCode ? about.embed.title(name) : name}
      description={model?.sentence ?? name}
      noIndex
      bare={!showsCode}
      entry="page"
    >
      <main id="main" class="text">
        <h1>{showsCode ? about.embed.title(name) : name}</h1>
        <p class="verdict" data-verdict={assessment.verdict}>
          <VerdictMark verdict={assessment.verdict} />
          <strong>{model?.sentence}</strong>
        </p>
        <p class="hint">
          {card.answerOf(formatDate(language, assessment.asOf))}
          {sentenceGap(language)}
          <a href={page} target="_top">
            {about.embed.full}
          </a>
        </p>
        {showsCode && (
          <>
            <h2>{about.embed.code}</h2>
            <EmbedCode
              label={about.embed.frame}
              code={`<iframe src="${frame}" title="${name}" width="100%" height="240" loading="lazy"></iframe>`}
            />
            <EmbedCode
              label={about.embed.badge}
              code={`<a href="${page}"><img src="${badge}" alt="${name}" height="24"></a>`}
            />
            <p>
              <img src={`/${language}/badge/${region.id}.svg`} alt="" height="24" />
            </p>
          </>
        )}
      </main>
    </Document>
  );
}
