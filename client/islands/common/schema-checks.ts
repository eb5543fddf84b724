import * as z from 'zod';

/**
 * Lets the schema library check by walking the schema. By default it compiles its checks, which the page's security
 * policy refuses with an error in the console. To be called before the first parse in the browser.
 */
export function checkWithoutCompiling(): void {
  z.config({ jitless: true });
}
