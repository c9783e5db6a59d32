import { z } from 'zod';

/** Examples of one practice round. */
export const ROUND = 5;

export const PracticeParams = z.object({
  requisitionId: z.string(),
  number: z
    .string()
    .regex(/^[1-5]$/)
    .transform(Number),
});

/** `level-CRITERION` fields of the form; everything else in the address is left alone. */
export const PracticeQuery = z.object({}).catchall(z.string().max(40));
export type PracticeFields = Readonly<Record<string, string>>;
