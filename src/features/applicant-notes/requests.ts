import { z } from 'zod';
import { LONGEST_NOTE } from '../../core/applicant/note.ts';
import type { ApplicantId } from '../../core/kernel/ids.ts';

const id = z.string().regex(/^[\w-]{22}$/);

export const NoteParams = z.strictObject({
  requisitionId: id,
  applicantId: id.transform((value) => value as ApplicantId),
});

/** An empty text takes the note back. */
export const NoteRequest = z.strictObject({
  text: z
    .string('Write the note.')
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(LONGEST_NOTE, `Shorten the note to ${LONGEST_NOTE.toLocaleString('en')} characters.`)
        .regex(/^[^\0\p{Cs}]*$/u, 'Type this again: it holds a character that cannot be shown.'),
    ),
  shared: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked === 'yes'),
});
export type NoteForm = z.output<typeof NoteRequest>;
