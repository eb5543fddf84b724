/** A place where a rule is broken on purpose. */
export interface Exception {
  rule: string;
  file: string;
  /** Part of the message that tells it from others in the same file, for example an id. */
  about: string;
  /** Why it is right as it is. */
  reason: string;
}

/** Every allowed breach. One that no longer happens is an error, so that the list stays as short as it can be. */
export const EXCEPTIONS: readonly Exception[] = [];
