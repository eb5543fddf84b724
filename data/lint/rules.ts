import { fileNameIsId } from './file-name-is-id.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which they are explained in `data/README.md`. */
export const RULES: readonly Rule[] = [fileNameIsId];
