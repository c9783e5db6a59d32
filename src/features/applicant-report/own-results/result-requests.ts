import { z } from 'zod';
import { LONGEST_CORRECTION } from '../../../core/decision/release-results.ts';

export const ReleaseRequest = z.strictObject({
  seen: z.string('Open this page again.').max(100, 'Open this page again.'),
  correction: z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(LONGEST_CORRECTION, 'Shorten this to 1,000 characters.')
        .regex(/^[^\0\p{Cs}]*$/u, 'Type this again: it holds a character that cannot be shown.'),
    ),
});
export type ReleaseForm = z.output<typeof ReleaseRequest>;
