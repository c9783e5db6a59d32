import { z } from 'zod';
import { WAVE_ORDERS } from '../../core/rating/choose-wave.ts';
import { UNRATABLE_REASONS } from '../../core/rating/rating-task.ts';

const id = z.string().regex(/^[\w-]{22}$/);
const word = z.string().regex(/^[\w-]{1,60}$/);

/** One box ticked comes as a text, several as a list, none not at all. */
const raters = z
  .union([id.transform((one) => [one]), z.array(id).max(200)], 'Choose at least two raters.')
  .pipe(z.array(id).min(2, 'Choose at least two raters.'));

export const RequisitionParams = z.strictObject({ requisitionId: id });
/** Read and judged together by `read-wave`, on the page that shows the work and when it is given out. */
const wave = {
  people: z.string().trim().max(10).default('').catch(''),
  order: z.enum(WAVE_ORDERS).default('finish').catch('finish'),
  due: z.string().max(20).default('').catch(''),
};
export const AllocationQuery = z.object({ rater: raters.optional().catch(undefined), ...wave });
export const AllocateRequest = z.strictObject({ rater: raters, ...wave });

export const ReassignmentParams = z.strictObject({ requisitionId: id, raterId: id });
export const ReassignRequest = z.strictObject({
  rater: z.union(
    [id.transform((one) => [one]), z.array(id).max(200)],
    'Choose at least one rater who rates them instead.',
  ),
  due: wave.due,
});

export const DecisionParams = z.strictObject({ requisitionId: id, taskId: id });
export const DeclareConflictRequest = z.strictObject({
  rater: z.string().regex(/^[\w-]{22}$/, 'Choose a rater from the list.'),
  label: z
    .string()
    .trim()
    .regex(/^\w{1,20}$/, 'Enter the label of an applicant.'),
});
export type DeclareConflict = z.output<typeof DeclareConflictRequest>;
export const TakeWorkRequest = z.strictObject({ requisitionId: id, itemId: word });
export const BatchParams = z.strictObject({ batchId: id });
export const HandBackRequest = z.strictObject({
  because: z
    .string('Say why.')
    .trim()
    .min(1, 'Say why: the lead reads it.')
    .max(500, 'Shorten this to 500 characters.'),
});
export const SeatParams = z.strictObject({ batchId: id, taskId: id });

const why = z.string().trim().max(1000, 'Shorten the reason to 1,000 characters.').default('');
const unratable = z
  .union([z.literal(''), z.enum(UNRATABLE_REASONS)], 'Choose a reason from the list.')
  .default('');

/** Levels come as `level-<criterion>`, quoted words as `quote-<criterion>`: which ones there are, the task says. */
const ofCriteria = z.string().max(4000, 'Shorten this to 4,000 characters.');

/** The button that was pressed: every one of them sends what was typed. */
const go = z.enum(['next', 'previous', 'conflict', 'identifies', 'risk', 'rest', 'go-on']).default('next');

/** Which draft the page showed, so that an older page never takes the place of a newer one. */
const draft = z
  .string()
  .regex(/^\d{1,6}$/)
  .optional()
  .catch(undefined);

export const SaveRatingRequest = z.object({ reason: why, unratable, go, draft }).catchall(ofCriteria);
export type SaveRating = z.output<typeof SaveRatingRequest>;

export const DecideRequest = z
  .object({ because: why.pipe(z.string().min(1, 'Say why: the reason stays with the decision.')), unratable })
  .catchall(ofCriteria);
export type Decide = z.output<typeof DecideRequest>;
