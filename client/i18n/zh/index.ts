import { action } from './action.ts';
import { axes, conditions, labels, reasons, supportNames } from './answers.ts';
import { card, evidence, stepKinds, steps } from './card.ts';
import { check, deviceField, deviceNotes } from './check.ts';
import { differences, downloads, releases, summary } from './data-pages.ts';
import { guide } from './guide.ts';
import { verdictNames } from './map.ts';
import { about, changes, compare, finding, mapPage, operator, page } from './pages.ts';

export const zh = {
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
  labels,
  verdictNames,
};
