import { z } from 'zod';

const id = z.string().regex(/^[\w-]{22}$/);

/** `about` is the id of a role, or the id or label of an applicant; `after` the event at which a page ended. */
export const TrailQuery = z.object({
  about: z.string().trim().max(40).optional(),
  after: id.optional(),
});
export type Trail = z.output<typeof TrailQuery>;
