import { z } from 'zod';
import { JOB_RELATIONS } from '../../../core/expert-panel/expert-panel.ts';

const token = z.string().min(1).max(200);
export const TokenParams = z.strictObject({ token });
export const SituationParams = z.strictObject({ token, itemId: z.string().regex(/^[\w-]{1,60}$/) });

export const AgreeRequest = z.strictObject({
  relation: z.enum(JOB_RELATIONS, 'Choose what you have to do with the job.'),
  years: z
    .string('Enter a number of years.')
    .trim()
    .regex(/^\d{1,2}$/, 'Enter a number of years from 0 to 60.')
    .transform(Number)
    .refine((years) => years <= 60, 'Enter a number of years from 0 to 60.'),
  agree: z.literal('yes', 'Tick this if you want to take part.'),
});
export type Agreed = z.output<typeof AgreeRequest>;

/** Ratings are named by their option, which the situation knows. */
export const RatingsRequest = z
  .object({
    rev: z
      .string()
      .regex(/^\d{1,6}$/, 'Open this situation again.')
      .transform(Number),
  })
  .catchall(z.string().max(20));
