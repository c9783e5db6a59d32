import { z } from 'zod';

const emptyToNull = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

const DAYS = /^(?:[1-9]|[1-5]\d|60)$/;

/** The revision that the form was made from: whoever saves second sees both. */
export const SettingsRequest = z.strictObject({
  rev: z.coerce.number('Open this page again.').int('Open this page again.'),
  name: z
    .string('Enter the name of the organisation.')
    .trim()
    .min(1, 'Enter the name of the organisation.')
    .max(120, 'Shorten the name to 120 characters.'),
  contactName: z
    .string('Enter whom candidates may ask.')
    .trim()
    .min(1, 'Enter whom candidates may ask.')
    .max(120, 'Shorten this to 120 characters.'),
  contactEmail: z
    .string('Enter an e-mail address.')
    .trim()
    .max(254, 'Shorten the address to 254 characters.')
    .pipe(z.email('Enter a whole e-mail address, such as name@example.org.')),
  technicalHelp: z
    .string()
    .trim()
    .max(200, 'Shorten this to 200 characters.')
    .optional()
    .transform(emptyToNull),
  answerWithinDays: z
    .string()
    .trim()
    .optional()
    .transform(emptyToNull)
    .refine((days) => days === null || DAYS.test(days), 'Enter a whole number from 1 to 60, or nothing.')
    .transform((days) => (days === null ? null : Number(days))),
});
export type SettingsForm = z.output<typeof SettingsRequest>;
