import { checksDue } from './checks-due.ts';
import { contradictionsDeclared } from './contradictions-declared.ts';
import { datesInOrder } from './dates-in-order.ts';
import { fileNameIsId } from './file-name-is-id.ts';
import { idsUnique } from './ids-unique.ts';
import { lookAlikeLetters } from './look-alike-letters.ts';
import { planTermsExplained } from './plan-terms-explained.ts';
import { plmnUnique } from './plmn-unique.ts';
import { presenceDerivable } from './presence-derivable.ts';
import { referencesExist } from './references-exist.ts';
import { referencesOwn } from './references-own.ts';
import { regionsComplete } from './regions-complete.ts';
import type { Rule } from './rule.ts';
import { sourcesUsed } from './sources-used.ts';
import { statementsDiffer } from './statements-differ.ts';
import { supersessionSound } from './supersession-sound.ts';
import { textsInTheirScript } from './texts-in-their-script.ts';
import { unknownsExplained } from './unknowns-explained.ts';
import { virtualOperatorHasHost } from './virtual-operator-has-host.ts';

/** Every rule, in the order in which `data/README.md` explains them. */
export const RULES: readonly Rule[] = [
  fileNameIsId,
  idsUnique,
  referencesExist,
  referencesOwn,
  sourcesUsed,
  datesInOrder,
  checksDue,
  regionsComplete,
  plmnUnique,
  presenceDerivable,
  virtualOperatorHasHost,
  supersessionSound,
  contradictionsDeclared,
  statementsDiffer,
  unknownsExplained,
  planTermsExplained,
  textsInTheirScript,
  lookAlikeLetters,
];
