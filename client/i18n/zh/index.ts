import { mapPage } from './map-page.ts';
import { page } from './page.ts';
import { operatorVerdict, regionVerdict, verdictNames } from './verdicts.ts';

export const zh = { verdictNames, regionVerdict, operatorVerdict, page, mapPage };
