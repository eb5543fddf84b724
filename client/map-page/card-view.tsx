import { render } from 'preact';
import { createAssessor } from '../../data/eligibility/create-assessor.ts';
import { Dataset } from '../../data/schema/dataset.ts';
import { loadDataFile } from '../state/load-data-file.ts';
import type { PageData } from '../state/page-data.ts';
import { checkWithoutCompiling } from '../state/schema-checks.ts';
import { CardBody } from '../ui/card/card-body.tsx';

/** Draws the whole card of a region into an element. */
export type CardView = (regionId: string, element: HTMLElement) => void;

/**
 * Loads the dataset and answers from it with the same rules and the same component as the server. The dataset is kept
 * by the browser for as long as its address, which names its content.
 */
export async function createCardView(page: PageData): Promise<CardView> {
  checkWithoutCompiling();
  const dataset = await loadDataFile(page.datasetHash, 'dataset.json', (content) =>
    Dataset.parse(content),
  );
  const assessor = createAssessor(dataset, []);
  return (regionId, element) => {
    render(
      <CardBody
        key={regionId}
        dataset={dataset}
        assessment={assessor.assessRegion(regionId, { asOf: page.asOf })}
        language={page.language}
        place="panel"
        reportUrl={page.reportUrl}
      />,
      element,
    );
  };
}
