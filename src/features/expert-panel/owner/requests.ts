import { z } from 'zod';
import { FEWEST_EXPERTS, MOST_EXPERTS } from '../../../core/expert-panel/expert-panel.ts';

const id = z.string().regex(/^[\w-]{22}$/);
const rev = z.coerce.number('Open this page again.').int('Open this page again.');
const reason = z
  .string('Say why.')
  .trim()
  .min(20, 'Say why in at least 20 characters.')
  .max(1000, 'Shorten the reason to 1,000 characters.');

export const PanelParams = z.strictObject({ panelId: id });
export const ExpertParams = z.strictObject({ panelId: id, expertId: id });

const BETWEEN = `Enter a number from ${FEWEST_EXPERTS} to ${MOST_EXPERTS}.`;
const lastDay = z.iso.date('Enter a date.').transform((day) => new Date(`${day}T23:59:59.999Z`));

export const SetUpRequest = z.strictObject({
  assessmentId: z.string('Choose an assessment.').min(1, 'Choose an assessment.').max(60),
  needed: z
    .string(BETWEEN)
    .trim()
    .regex(/^\d{1,3}$/, BETWEEN)
    .transform(Number)
    .refine((needed) => needed >= FEWEST_EXPERTS && needed <= MOST_EXPERTS, BETWEEN),
  lastDay,
});
export type NewPanel = z.output<typeof SetUpRequest>;

export const InviteRequest = z.strictObject({
  people: z
    .string('Type one person a line.')
    .trim()
    .min(1, 'Type one person a line.')
    .max(20_000, 'These are too many at once.'),
});
export const RevisionRequest = z.strictObject({ rev });
export const LastDayRequest = z.strictObject({ rev, lastDay });
export const LeaveOutRequest = z.strictObject({
  rev,
  expertId: z.string('Choose an expert.').regex(/^[\w-]{22}$/, 'Choose an expert.'),
  reason,
});
export const TakeBackRequest = z.strictObject({ rev, expertId: id });
export const ReasonRequest = z.strictObject({ rev, reason });
export const PublishRequest = z.strictObject({
  rev,
  reason,
  understood: z.literal('yes', 'Tick this once you have looked through it.'),
});
