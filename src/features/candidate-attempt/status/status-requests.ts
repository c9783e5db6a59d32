import { z } from 'zod';
import { LONGEST_REASON } from '../../../core/applicant/look-again.ts';

export const LookAgainRequest = z.strictObject({
  reason: z
    .string('Say what a person should look at again.')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'Say what a person should look at again.')
        .max(LONGEST_REASON, 'Please say it in at most 1,000 characters.')
        .regex(/^[^\0\p{Cs}]*$/u, 'Type this again: it holds a character that cannot be shown.'),
    ),
});
