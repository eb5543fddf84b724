import type { DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { ActionCard } from '../components/card/action-card.tsx';
import { type ActionModel, createActionModel } from '../components/card/action-model.ts';
import { CodeSample, SITE } from '../components/commands.tsx';
import type { PageContext } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { badgeText } from './pictures.tsx';

/** What a page about one region's answer for other sites is drawn from. */
interface EmbedProps {
  context: PageContext;
  language: Language;
  region: DatasetRegion;
}

/** The card as it stands in a frame, with the way to the evidence. */
function EmbeddedAnswer({ context, model }: { context: PageContext; model: ActionModel }) {
  const { language, region } = model;
  const { about } = catalogueOf(language);
  return (
    <>
      <ActionCard model={model} reportUrl={context.reportUrl} />
      <p class="hint">
        <a href={`${context.origin ?? ''}/${language}/regions/${region.id}`} target="_top">
          {about.embed.full}
        </a>
      </p>
    </>
  );
}

function modelOf({ context, language, region }: EmbedProps): ActionModel | undefined {
  const { dataset } = context;
  return createActionModel({ dataset, assessment: context.assess(region.id), language });
}

/** `/{lang}/embed/{id}`: one region's answer for a frame on another site, which hears how high it is. */
export function EmbedPage(props: EmbedProps) {
  const { context, language, region } = props;
  const name = region.name[language];
  const model = modelOf(props);
  if (model === undefined) return null;
  return (
    <Document
      context={context}
      language={language}
      path={`/regions/${region.id}`}
      title={name}
      description={model.sentence}
      noIndex
      bare
      bodyClass="embed"
      entry="page"
      textOnly
    >
      <main id="main" class="text">
        <h1>{name}</h1>
        <EmbeddedAnswer context={context} model={model} />
      </main>
    </Document>
  );
}

/** Height that holds the whole card at every width from 280 pixels on, where nothing tells the page to grow. */
export const FRAME_HEIGHT = 760;

/**
 * Whole addresses: the code stands on another site. The frame fits as it is; the second part, which may be left out,
 * gives each frame the height that the page in it tells.
 */
function frameCode(name: string, below: (path: string) => string): string[] {
  return [
    `<iframe src="${below('embed')}" title="${name}" data-family-esim`,
    `  width="100%" height="${FRAME_HEIGHT}" style="border:0" loading="lazy"></iframe>`,
    '<script>addEventListener("message",function(e){',
    '  document.querySelectorAll("iframe[data-family-esim]").forEach(function(f){',
    '    if(e.source===f.contentWindow&&e.data.familyEsimHeight>0)f.height=e.data.familyEsimHeight})})</script>',
  ];
}

function badgeCode(alt: string, below: (path: string) => string): string[] {
  return [
    `<a href="${below('regions')}">`,
    `  <img src="${below('badge')}.svg" alt="${alt}" height="24"></a>`,
  ];
}

/** `/{lang}/embed-code/{id}`: what another site pastes to show the region's answer. */
export function EmbedCodePage(props: EmbedProps) {
  const { context, language, region } = props;
  const { embed } = catalogueOf(language).about;
  const name = region.name[language];
  const below = (path: string): string => `${SITE}/${language}/${path}/${region.id}`;
  const model = modelOf(props);
  if (model === undefined) return null;
  const alt = badgeText(model);
  return (
    <Document
      context={context}
      language={language}
      path={`/embed-code/${region.id}`}
      title={embed.title(name)}
      description={model.sentence}
      noIndex
      entry="page"
    >
      <main id="main" class="text">
        <h1>{embed.title(name)}</h1>
        <EmbeddedAnswer context={context} model={model} />
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
          lines={badgeCode(alt, below)}
          origin={context.origin}
          language={language}
        />
        <p>
          <img src={`/${language}/badge/${region.id}.svg`} alt={alt} height="24" />
        </p>
      </main>
    </Document>
  );
}
