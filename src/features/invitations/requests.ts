import { z } from 'zod';

const requisitionId = z.string().regex(/^[\w-]{22}$/);
const id = z.string().regex(/^[\w-]{22}$/);

export const InvitationsParams = z.strictObject({ requisitionId });
/** `after` is the last invitation of the page before. */
export const InvitationsQuery = z.strictObject({ after: id.optional() });
export const InvitationParams = z.strictObject({ requisitionId, invitationId: id });

export const InviteRequest = z.strictObject({
  people: z
    .string('Enter the people to invite.')
    .max(60_000, 'Invite fewer people at once.')
    .refine((typed) => typed.trim() !== '', 'Enter the people to invite, one a line.'),
});
