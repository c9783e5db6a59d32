import { z } from 'zod';

export const RequisitionParams = z.strictObject({ requisitionId: z.string().regex(/^[\w-]{22}$/) });

/** The revision that the form was made from: whoever saves second sees both. */
const rev = z.coerce.number('Open this page again.').int('Open this page again.');
const person = z.string('Choose a person.').regex(/^[\w-]{22}$/, 'Choose a person.');

export const RevisionRequest = z.strictObject({ rev });
export const MemberRequest = z.strictObject({ rev, personId: person });

export const TitleRequest = z.strictObject({
  rev,
  title: z
    .string('Enter the job title.')
    .trim()
    .min(1, 'Enter the job title.')
    .max(120, 'Shorten the job title to 120 characters.'),
});

export const ListQuery = z.object({ show: z.literal('archived').optional().catch(undefined) });
export type ListFilter = z.output<typeof ListQuery>;

const months = z.enum(['3', '6', '12', '24']).transform((value) => Number(value) as 3 | 6 | 12 | 24);

export const RetentionRequest = z
  .strictObject({
    rev,
    keep: z.union([months, z.literal('by-hand')], 'Choose how long applicants are kept.'),
    keepReason: z.string().trim().max(300, 'Shorten the reason to 300 characters.').optional(),
  })
  .refine(({ keep, keepReason }) => keep !== 'by-hand' || (keepReason ?? '').length >= 20, {
    path: ['keepReason'],
    message: 'Record in at least 20 characters why nothing is erased by itself.',
  });
export type RetentionForm = z.output<typeof RetentionRequest>;

export const DecisionDateRequest = z.strictObject({
  rev,
  decisionBy: z
    .union([z.literal(''), z.iso.date()], 'Choose a day, or leave it empty.')
    .transform((day) => (day === '' ? null : day)),
});
export type DecisionDateForm = z.output<typeof DecisionDateRequest>;

export const OrganisationRolesQuery = z.object({
  before: z.coerce.date().optional().catch(undefined),
});

export const ReleaseRequest = z.strictObject({
  rev,
  reason: z
    .string('Write down the reason.')
    .trim()
    .min(20, 'Write down the reason in at least 20 characters.')
    .max(1000, 'Shorten the reason to 1,000 characters.'),
  understood: z.literal('yes', 'Tick that you have read this.'),
});
export type Release = z.output<typeof ReleaseRequest>;

/** A name given once comes as a text, more often as a list. */
const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(entry).max(60, 'This is more than the page can take. Shorten the list.'),
  );

/** One row a task; a ticked criterion carries the number of its row: `2:empathy`. */
export const JobAnalysisRequest = z.strictObject({
  rev,
  text: listOf(z.string().max(2000, 'Shorten the task.')),
  often: listOf(z.enum(['daily', 'weekly', 'monthly', 'rarely'], 'Choose how often.')),
  criteria: listOf(z.string().regex(/^\d{1,2}:[a-z0-9-]{1,40}$/, 'Tick criteria of the list.')).optional(),
});
export type JobAnalysis = z.output<typeof JobAnalysisRequest>;

export const ConfirmationRequest = z.strictObject({
  rev,
  by: z
    .string('Enter who confirmed it.')
    .trim()
    .min(1, 'Enter who confirmed it, by name and function.')
    .max(200, 'Shorten this to 200 characters.'),
});

export const RulesRequest = z
  .strictObject({
    rev,
    places: z.coerce
      .number('Enter a number of places.')
      .int('Enter a whole number of places.')
      .min(1, 'Enter at least 1 place.')
      .max(1000, 'Enter at most 1,000 places.'),
    placesRule: z.enum(['draw', 'invite-all', 'further-evidence'], 'Choose what happens then.'),
    decidingColumn: z.enum(['written', 'judgment'], 'Choose the deciding column.'),
    timeMode: z.enum(['timed', 'timed-always', 'usual'], 'Choose how time works.'),
    timeReason: z.string().trim().max(1000, 'Shorten the reason to 1,000 characters.').optional(),
    revealAt: z.enum(['shortlist', 'decision', 'start'], 'Choose when names are shown.'),
  })
  .refine((rules) => rules.timeMode !== 'timed-always' || (rules.timeReason ?? '') !== '', {
    path: ['timeReason'],
    message: 'Record why speed is part of this job.',
  });
export type RulesForm = z.output<typeof RulesRequest>;
