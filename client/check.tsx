import { startHeaderSearch, startThemeChoice } from './islands/site-header.ts';
import './islands/common/array-methods.ts';
import { render } from 'preact';
import * as z from 'zod';
import { datasetFile } from '../data/core/schema/dataset-file.ts';
import { readDatasetIn } from '../data/core/schema/dataset-in-language.ts';
import { IsoDate } from '../data/core/schema/dates.ts';
import { Language } from '../data/core/schema/localized-text.ts';
import { loadCatalogue } from './i18n/loaded-words.ts';
import { CheckApp } from './islands/check/check-app.tsx';
import { showLastRegion } from './islands/common/last-region.ts';
import { loadDataFile, loadOnce } from './islands/common/loading.ts';
import { drawCodesOnPaper } from './islands/common/print-code.ts';
import { checkWithoutCompiling } from './islands/common/schema-checks.ts';

/** What the server writes into `<script id="check-data">`. */
const CheckData = z.object({
  language: Language,
  asOf: IsoDate,
  datasetHash: z.string(),
  /** What is said until the check stands, and where it cannot. */
  loading: z.string(),
  failed: z.string(),
});

async function start(root: HTMLElement, text: string): Promise<void> {
  const { language, asOf, datasetHash, loading, failed } = CheckData.parse(JSON.parse(text));
  // The server's links to what works without the check stay until it stands.
  const written = [...root.childNodes];
  const status = root.querySelector('p') ?? root;
  status.setAttribute('role', 'status');
  status.textContent = loading;
  try {
    const [dataset] = await Promise.all([
      loadDataFile(datasetHash, datasetFile(language), (content) =>
        readDatasetIn(language, datasetHash, content),
      ),
      loadCatalogue(language),
    ]);
    const loadDevices = loadOnce(async () => {
      const { readLookUp } = await import('./islands/check/device-look-up.ts');
      return loadDataFile(datasetHash, 'devices.compact.json', readLookUp);
    });
    const form = { dataset, loadDevices, language, asOf };
    root.replaceChildren();
    render(<CheckApp {...form} />, root);
  } catch (error) {
    console.warn(error);
    root.replaceChildren(...written);
    status.textContent = failed;
  }
}

/** Links to the other languages keep the fragment, which alone holds the answers. */
function keepAnswersAcrossLanguages(): void {
  document.querySelector('.lang')?.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link) link.hash = location.hash;
  });
}

drawCodesOnPaper(document);
startThemeChoice();
showLastRegion(document, location.pathname);
keepAnswersAcrossLanguages();
startHeaderSearch(document);
checkWithoutCompiling();
const root = document.getElementById('check');
const data = document.getElementById('check-data')?.textContent;
if (root && data) void start(root, data);
