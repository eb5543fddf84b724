import { Fragment } from 'preact';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';

/** Stands in a line of code for the address of the site. */
export const SITE = '{site}';

/** A line with the site's address in it; `data-site` lets the browser fill in an address we do not know. */
function Line(props: { text: string; origin?: string | undefined; unknown: string }) {
  const [start = '', ...others] = props.text.split(SITE);
  return (
    <>
      {start}
      {others.map((rest) => (
        <Fragment key={rest}>
          {props.origin ?? <span data-site>{props.unknown}</span>}
          {rest}
        </Fragment>
      ))}
      {'\n'}
    </>
  );
}

/** Code under a heading, with a button that copies it. */
export function CodeSample(props: {
  /** What the ids of heading and code are made of. */
  name: string;
  title: string;
  note?: string | undefined;
  lines: readonly string[];
  origin?: string | undefined;
  language: Language;
}) {
  const { name, title, note, lines, origin, language } = props;
  const { downloads: words, page } = catalogueOf(language);
  return (
    <>
      <h3 id={`with-${name}`}>{title}</h3>
      {note && <p>{note}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="wide" tabIndex={0} aria-labelledby={`with-${name}`}>
        <pre>
          <code id={`command-${name}`}>
            {lines.map((text) => (
              <Line key={text} text={text} origin={origin} unknown={words.site} />
            ))}
          </code>
        </pre>
      </section>
      <p class="acts">
        <button
          type="button"
          data-action="copy-code"
          data-target={`command-${name}`}
          data-done={words.copied}
          data-failed={page.notCopied}
          aria-describedby={`with-${name}`}
        >
          {words.copy}
        </button>
      </p>
    </>
  );
}
