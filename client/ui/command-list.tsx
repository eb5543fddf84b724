import { Fragment } from 'preact';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { type DataTool, SITE } from './data-commands.ts';

/** A line of a command with the site's address in it; `data-site` lets the browser fill in an address we do not know. */
function Line({
  text,
  origin,
  unknown,
}: {
  text: string;
  origin?: string | undefined;
  unknown: string;
}) {
  const [start = '', ...others] = text.split(SITE);
  return (
    <>
      {start}
      {others.map((rest) => (
        <Fragment key={rest}>
          {origin ?? <span data-site>{unknown}</span>}
          {rest}
        </Fragment>
      ))}
      {'\n'}
    </>
  );
}

/** Commands by tool, each with a button that copies it. */
export function CommandList(props: {
  commands: readonly (readonly [tool: DataTool, lines: readonly string[]])[];
  origin?: string | undefined;
  language: Language;
}) {
  const { commands, origin, language } = props;
  const { downloads: words, page } = catalogueOf(language);
  const notes: Partial<Record<DataTool, string>> = words.toolNote;
  return (
    <>
      {commands.map(([tool, lines]) => (
        <div key={tool}>
          <h3 id={`with-${tool}`}>{words.tool[tool]}</h3>
          {notes[tool] && <p>{notes[tool]}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section class="wide" tabIndex={0} aria-labelledby={`with-${tool}`}>
            <pre>
              <code id={`command-${tool}`}>
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
              data-target={`command-${tool}`}
              data-done={words.copied}
              data-failed={page.notCopied}
              aria-describedby={`with-${tool}`}
            >
              {words.copy}
            </button>
          </p>
        </div>
      ))}
    </>
  );
}
