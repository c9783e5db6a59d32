import { z } from 'zod';

export const ReferenceParams = z.strictObject({ requisitionId: z.string().regex(/^[\w-]{22}$/) });

const day = (missing: string) =>
  z
    .string(missing)
    .regex(/^\d{4}-\d{2}-\d{2}$/, missing)
    .transform((text) => new Date(`${text}T00:00:00Z`))
    .refine((date) => !Number.isNaN(date.getTime()), missing);

export const NormGroupRequest = z
  .strictObject({
    name: z
      .string('Name the group.')
      .trim()
      .min(3, 'Name the group.')
      .max(80, 'Shorten the name to 80 characters.'),
    description: z
      .string('Say who these people are.')
      .trim()
      .min(20, 'Say in at least 20 characters who these people are.')
      .max(1000, 'Shorten this to 1,000 characters.'),
    roles: z.preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z
        .array(z.string().regex(/^[\w-]{22}$/), 'Tick at least one role.')
        .min(1, 'Tick at least one role.')
        .max(2000),
    ),
    from: day('Enter the first day.'),
    to: day('Enter the last day.'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is before the first.' });
export type NormGroupForm = z.output<typeof NormGroupRequest>;

export const ConstantsRequest = z.strictObject({
  weightOfJudgment: z
    .string('Enter a whole number from 1 to 99.')
    .trim()
    .regex(/^[1-9]\d?$/, 'Enter a whole number from 1 to 99.')
    .transform(Number),
});
