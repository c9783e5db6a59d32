import { z } from 'zod';

export const FindQuery = z.object({ find: z.string().trim().max(40).optional() });
export type Find = z.output<typeof FindQuery>;

export const ApplicantParams = z.strictObject({ applicantId: z.string().regex(/^[\w-]{22}$/) });

/** The label is typed, so that nobody erases somebody by one wrong click. */
export const EraseRequest = z.strictObject({
  label: z.string().trim().toUpperCase().max(40, 'This is not a label.').min(1, 'Type the label.'),
});
export type Erase = z.output<typeof EraseRequest>;
