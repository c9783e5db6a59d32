import { z } from 'zod';

const id = z.string().regex(/^[\w-]{22}$/);
const typed = z.string().trim().max(40).default('');

/**
 * `about` is the id of a role, or the id or label of an applicant; `what` a type of event; `who` the id of somebody of
 * the staff, `applicant` or `attune`; `from` and `to` are days; `after` is the event at which a page ended.
 */
export const TrailQuery = z.object({
  about: typed,
  what: z.string().max(60).default(''),
  who: typed,
  from: typed,
  to: typed,
  after: id.optional(),
});
export type Trail = z.output<typeof TrailQuery>;
