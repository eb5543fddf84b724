import * as z from 'zod';

/** How a claim was come by: the source says it, it was counted, we conclude it, or we suppose it and say so. */
export const METHODS = ['stated', 'measured', 'inferred', 'assumed'] as const;
export const Method = z.enum(METHODS);
export type Method = z.infer<typeof Method>;
