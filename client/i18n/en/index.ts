import { about } from './about.ts';
import { axes } from './axes.ts';
import { card } from './card.ts';
import { changes } from './changes.ts';
import { check } from './check.ts';
import { compare, operator } from './compare.ts';
import { conditions } from './conditions.ts';
import { deviceNotes } from './device-notes.ts';
import { downloads, releases } from './downloads.ts';
import { evidence } from './evidence.ts';
import { guide } from './guide.ts';
import { mapPage } from './map-page.ts';
import { page } from './page.ts';
import { reasons } from './reasons.ts';
import { stepKinds, steps } from './steps.ts';
import { things } from './things.ts';
import { operatorVerdict, regionVerdict, verdictNames } from './verdicts.ts';

export const en = {
  about,
  axes,
  card,
  changes,
  check,
  compare,
  operator,
  conditions,
  deviceNotes,
  downloads,
  evidence,
  guide,
  mapPage,
  operatorVerdict,
  page,
  reasons,
  regionVerdict,
  releases,
  stepKinds,
  steps,
  things,
  verdictNames,
};
