import { z } from 'zod';
import { STAGES } from '../../core/applicant/applicant.ts';
import type { ApplicantId, CriterionId } from '../../core/kernel/ids.ts';
import { EVIDENCE_KINDS } from '../../core/scoring/standing.ts';
import { COLUMN_ADDRESS } from './list-column.ts';

const applicantId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .transform((id) => id as ApplicantId);

/** One tick comes as a text, several as a list, none not at all; ticking twice is ticking. */
export const applicants = z
  .union([applicantId.transform((id) => [id]), z.array(applicantId)])
  .default([])
  .transform((ids) => [...new Set(ids)]);

/** Where the page before ended: rank in the shuffle or score, and id. */
const place = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,20})?~[\w-]{22}$/)
  .transform((text) => {
    const [value, id] = text.split('~', 2);
    return { value: Number(value), applicantId: id as ApplicantId };
  });

export type ListPlace = z.output<typeof place>;

/** Another intake than the running one, as asked: an unknown one is refused. */
const intake = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((asked) => (typeof asked === 'object' ? 'several' : asked === '' ? undefined : asked));

/** One of a select's values; any other one narrows nothing. */
const chosenOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values).nullable().catch(null).default(null);

/** A criterion with the least level of it; anything else narrows nothing. */
const level = z
  .string()
  .catch('')
  .transform((text) => {
    const [, criterion, atLeast] = /^([\w-]{1,80})~([1-5])$/.exec(text) ?? [];
    return criterion === undefined ? [] : [{ criterion: criterion as CriterionId, atLeast: Number(atLeast) }];
  });

/** A column as the address names it; whether there is such a one, the rubric version says. */
const column = z.string().regex(COLUMN_ADDRESS);

/** As typed: the page says what is wrong with it. */
const typed = z.string().trim().catch('').default('');

export const ApplicantsQuery = z.object({
  intake,
  applicant: applicants,
  sort: column.optional(),
  stage: chosenOf(STAGES),
  evidence: chosenOf(EVIDENCE_KINDS),
  label: z
    .string()
    .trim()
    .toUpperCase()
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .catch(null)
    .default(null),
  'could-be': typed,
  level: z
    .union([z.array(level), level.transform((one) => [one])])
    .default([])
    .transform((found) => found.flat()),
  'finished-from': typed,
  'finished-to': typed,
  note: chosenOf(['own']),
  on: column.catch('written').default('written'),
  after: z
    .union([z.literal('').transform(() => null), place])
    .optional()
    .transform((value) => value ?? null),
});
export type ApplicantsRequest = z.output<typeof ApplicantsQuery>;

/** What stands below the table of scores and levels. */
export const COMPARISON_PARTS = ['bars', 'profile', 'distribution', 'responses'] as const;
export type ComparisonPart = (typeof COMPARISON_PARTS)[number];

export const ComparisonQuery = z.object({
  applicant: applicants,
  show: z.enum(COMPARISON_PARTS).catch('bars').default('bars'),
});
export type ComparisonRequest = z.output<typeof ComparisonQuery>;
