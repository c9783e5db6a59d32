import { z } from 'zod';
import { LONGEST_EVIDENCE } from '../../core/interview/scorecard.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';

const id = z.string().regex(/^[\w-]{22}$/);

export const ScorecardParams = z.strictObject({
  requisitionId: id,
  applicantId: id.transform((value) => value as ApplicantId),
});

/** Levels come as `level-<criterion>`, notes as `evidence-<criterion>`: which ones there are, the rubric says. */
const ofCriteria = z
  .string()
  .transform((typed) => typed.replace(/\r\n?/g, '\n'))
  .pipe(
    z
      .string()
      .max(LONGEST_EVIDENCE, 'Shorten this to 2,000 characters.')
      .regex(/^[^\0\p{Cs}]*$/u, 'Type this again: it holds a character that cannot be shown.'),
  );

export const ScorecardRequest = z
  .object({
    rev: z.string('Open this page again.').regex(/^\d{1,9}$/, 'Open this page again.'),
    go: z.enum(['draft', 'hand-in']).default('draft'),
  })
  .catchall(ofCriteria);
export type ScorecardForm = z.output<typeof ScorecardRequest>;
