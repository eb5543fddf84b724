import type { Language } from '../../../data/schema/localized-text.ts';
import type { Source } from '../../../data/schema/source.ts';
import { aside, sentenceGap } from '../../i18n/format.ts';

/** The site that a document is on, as people name it: `mts.ru`. */
function siteOf({ url }: Source): string {
  return new URL(url).host.replace(/^www\./, '');
}

/** A cited document: its title, read aloud in its own language, and the site behind the link. */
export function SourceLink({ source, language }: { source: Source; language: Language }) {
  return (
    <>
      <a
        href={source.url}
        rel="nofollow"
        lang={source.language === language ? undefined : source.language}
      >
        {source.title}
      </a>
      {aside(language, siteOf(source))}
      {sentenceGap(language)}
    </>
  );
}
