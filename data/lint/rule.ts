import type { AuthoredData } from '../build/authored-data.ts';
import type { RuleIssue } from './issue.ts';

/** One thing that must hold for the data. */
export interface Rule {
  name: string;
  description: string;
  /** `file`: looks at one file at a time; `dataset`: follows references, so it needs every file to be readable. */
  scope: 'file' | 'dataset';
  check(data: AuthoredData): RuleIssue[];
}
