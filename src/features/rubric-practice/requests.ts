import { z } from 'zod';

/** Examples of one practice round. */
export const ROUND = 5;

export const PracticeParams = z.object({
  requisitionId: z.string(),
  /** Whether there is an example of that number is decided when the role is known. */
  number: z.string().max(40),
});

/** `level-CRITERION` fields of the form; everything else in the address is left alone. */
export const PracticeQuery = z.object({}).catchall(z.string().max(40));
export type PracticeFields = Readonly<Record<string, string>>;
