import { join } from 'node:path';
import { type PageData, parsePageData } from '../../../../client/components/context/page-data.ts';
import { createPageData } from '../../../../client/pages/create-page-data.ts';
import type { Language } from '../../../../data/core/schema/localized-text.ts';
import type { ExperienceCount } from '../../../../data/core/schema/report.ts';
import { loadService } from '../../../../server/load-service.ts';

const DIST = join(import.meta.dirname, '../../../../data/dist');
const AS_OF = '2026-11-23';

/** The data that the map page of a language carries, through text and back as in the browser; with other reports of families where given. */
export async function realPageData(
  language: Language,
  experiences?: ExperienceCount[],
): Promise<PageData> {
  const { dataset: real, assessor } = await loadService(DIST, () => AS_OF);
  const dataset = { ...real, experiences: experiences ?? real.experiences };
  const assess = (id: string) => assessor.assessRegion(id, { asOf: AS_OF });
  return parsePageData(JSON.stringify(createPageData({ dataset, asOf: AS_OF, assess }, language)));
}
