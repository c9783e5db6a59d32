import { z } from 'zod';
import { isWholeAddress, LONGEST_NAME } from '../../core/applicant/mail-address.ts';

const requisitionId = z.string().regex(/^[\w-]{22}$/);
const id = z.string().regex(/^[\w-]{22}$/);

export const InvitationsParams = z.strictObject({ requisitionId });
/**
 * Where in the list: `after` is the last invitation of the page before; `mail` shows only people whose mail failed,
 * `link` only those who ask for a new link.
 */
export const InvitationsQuery = z.strictObject({
  after: id.optional(),
  mail: z.literal('failed').optional(),
  link: z.literal('asked').optional(),
});
export type Place = z.output<typeof InvitationsQuery>;
export const InvitationParams = z.strictObject({ requisitionId, invitationId: id });

/** `preview` shows the mail and invites nobody. */
export const InviteRequest = z.strictObject({
  people: z
    .string('Enter the people to invite.')
    .max(60_000, 'Invite fewer people at once.')
    .refine((typed) => typed.trim() !== '', 'Enter the people to invite, one a line.'),
});

export const PreviewRequest = z.strictObject({ people: z.string().max(60_000).default('') });

const PLAIN = /^[^\p{Cc}\p{Cs}]*$/u;
const line = (longest: number, what: string) =>
  z
    .string(`Enter ${what}.`)
    .trim()
    .max(longest, `Use at most ${longest} characters.`)
    .regex(PLAIN, 'Type this again: it holds a character that cannot be shown.');

export const ContactRequest = z.strictObject({
  name: line(LONGEST_NAME, 'the name').refine((name) => name !== '', 'Enter the name.'),
  email: z
    .string('Enter the e-mail address.')
    .trim()
    .refine(isWholeAddress, 'Enter a whole e-mail address, such as ana@example.org.'),
  reference: line(60, 'the reference').transform((reference) => (reference === '' ? null : reference)),
  rev: z.coerce.number().int().min(0),
});
export type Contact = z.output<typeof ContactRequest>;

export const ExtensionRequest = z.strictObject({
  until: z.iso.date('Choose a day.'),
});
