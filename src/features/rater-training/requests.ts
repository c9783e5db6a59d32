import { z } from 'zod';
import { GATE_RULES } from '../../core/calibration/rater-gate.ts';

const id = z.string().regex(/^[\w-]{22}$/);
const anchorHash = z.string().regex(/^[\w-]{43}$/);
const responseId = z.string().regex(/^[\w-]{1,60}$/);

export const AnchorsParams = z.strictObject({ anchorHash });
export const PracticeParams = z.strictObject({ anchorHash, responseId });
export const PracticeQuery = z.object({ again: z.literal('yes').optional().catch(undefined) });
export const CertificationParams = z.strictObject({ anchorHash, number: z.string().regex(/^\d{1,3}$/) });

/** Levels come as `level-<criterion>`; which criteria there are, the response says. */
export const LevelsRequest = z.object({}).catchall(z.string().max(1000));
export type LevelFields = Readonly<Record<string, string>>;

export const RequisitionParams = z.strictObject({ requisitionId: id });
export const RaterParams = z.strictObject({ requisitionId: id, raterId: id });
export const CalibrationParams = z.strictObject({ requisitionId: id, responseId });

export const GateRequest = z.strictObject({ rule: z.enum(GATE_RULES, 'Choose one of the three.') });

const because = z
  .string('Say why.')
  .trim()
  .min(1, 'Say why: the reason is kept.')
  .max(1000, 'Shorten the reason to 1,000 characters.');
export const ReasonRequest = z.strictObject({ because });
export const OpinionRequest = z.object({ because }).catchall(z.string().max(1000));

export const OfferParams = z.strictObject({ requisitionId: id, taskId: id });
export const MaskRequest = z.strictObject({
  words: z
    .string()
    .max(4000, 'Shorten this to 4,000 characters.')
    .transform((text) => text.replaceAll(/\r\n?/g, '\n'))
    .default(''),
  read: z.enum(['', 'yes']).default(''),
  go: z.enum(['show', 'put-forward']).default('put-forward'),
});
export type MaskFields = z.output<typeof MaskRequest>;
