import { mapPage } from './map-page.ts';
import { page } from './page.ts';
import { operatorVerdict, regionVerdict, verdictNames } from './verdicts.ts';

export const en = { verdictNames, regionVerdict, operatorVerdict, page, mapPage };
