import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { CodeSample } from './code-sample.tsx';
import { DATA_COMMANDS, DATA_TOOLS, type DataTool } from './data-commands.ts';

/** The commands that fetch the data, by tool. */
export function CommandList(props: { origin?: string | undefined; language: Language }) {
  const { origin, language } = props;
  const { downloads: words } = catalogueOf(language);
  const notes: Partial<Record<DataTool, string>> = words.toolNote;
  return (
    <>
      {DATA_TOOLS.map((tool) => (
        <CodeSample
          key={tool}
          name={tool}
          title={words.tool[tool]}
          note={notes[tool]}
          lines={DATA_COMMANDS[tool]}
          origin={origin}
          language={language}
        />
      ))}
    </>
  );
}
