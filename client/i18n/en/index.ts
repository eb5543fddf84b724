import { action } from './action.ts';
import { axes, conditions, reasons, supportNames, verdictNames } from './answers.ts';
import { card, evidence, stepKinds, steps } from './card.ts';
import { check, deviceField, deviceNotes } from './check.ts';
import { differences, downloads, releases, summary } from './data-pages.ts';
import { guide } from './guide.ts';
import { things } from './names.ts';
import { about, changes, compare, finding, mapPage, operator, page } from './pages.ts';

export const en = {
  about,
  action,
  axes,
  card,
  changes,
  check,
  compare,
  operator,
  conditions,
  deviceField,
  deviceNotes,
  summary,
  differences,
  downloads,
  evidence,
  finding,
  guide,
  mapPage,
  page,
  reasons,
  releases,
  stepKinds,
  steps,
  supportNames,
  things,
  verdictNames,
};
