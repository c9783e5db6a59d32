import { z } from 'zod';

export const NewRequisitionRequest = z.strictObject({
  title: z
    .string('Enter the job title.')
    .trim()
    .min(1, 'Enter the job title.')
    .max(120, 'Shorten the job title to 120 characters.'),
  assessmentId: z
    .string('Choose an assessment.')
    .min(1, 'Choose an assessment.')
    .max(60, 'Choose one of the list.'),
});
export type NewRequisition = z.output<typeof NewRequisitionRequest>;
