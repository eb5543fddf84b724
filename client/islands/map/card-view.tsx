import { render } from 'preact';
import { createAssessor } from '../../../data/core/eligibility/create-assessor.ts';
import { datasetFile } from '../../../data/core/schema/dataset-file.ts';
import { readDatasetIn } from '../../../data/core/schema/dataset-in-language.ts';
import { CardBody } from '../../components/card/card-body.tsx';
import { createCardModel } from '../../components/card/card-model.ts';
import { familyReports, type PageData } from '../../components/context/page-data.ts';
import { loadCatalogue } from '../../i18n/loaded-words.ts';
import { loadDataFile } from '../common/loading.ts';
import { checkWithoutCompiling } from '../common/schema-checks.ts';

/** Draws the whole card of a region into an element. */
export type CardView = (regionId: string, element: HTMLElement) => void;

/**
 * Loads the dataset and answers from it with the same rules and the same component as the server. The dataset is kept
 * by the browser for as long as its address, which names its content.
 */
export async function createCardView(page: PageData): Promise<CardView> {
  checkWithoutCompiling();
  const { datasetHash, language } = page;
  const [dataset] = await Promise.all([
    loadDataFile(datasetHash, datasetFile(language), (content) =>
      readDatasetIn(language, datasetHash, content),
    ),
    loadCatalogue(language),
  ]);
  const assessor = createAssessor(dataset, []);
  return (regionId, element) => {
    const assessment = assessor.assessRegion(regionId, { asOf: page.asOf });
    const model = createCardModel({ dataset, assessment, language });
    if (model === undefined) return;
    render(
      <CardBody
        key={regionId}
        model={model}
        place="panel"
        reportUrl={page.reportUrl}
        families={familyReports(page, regionId)}
      />,
      element,
    );
  };
}
