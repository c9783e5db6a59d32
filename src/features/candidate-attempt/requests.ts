import { z } from 'zod';
import { TIME_CHOICES } from '../../core/attempt/attempt.ts';
import { isMove, type Move } from '../../core/item/rank-options/move-option.ts';

const id = z.string().regex(/^[\w-]{22}$/);
/** Ids of authored content are short words. */
const word = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** A number of our own script or digits of a form; nothing that only JavaScript would take for a number. */
const whole = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,10}$/)
        .transform(Number),
    ],
    'This has to be a whole number.',
  )
  .pipe(z.number().int().min(0).max(1_000_000_000));
const ticked = z.literal('yes').optional();

export const TokenParams = z.strictObject({ token: z.string().max(120) });
export const BeginRequest = z.strictObject({ read: ticked, assistance: ticked });
export type Begin = z.output<typeof BeginRequest>;

export const AttemptParams = z.strictObject({ attemptId: id });
export const PartParams = z.strictObject({ attemptId: id, sectionId: word });
export const ItemParams = z.strictObject({ attemptId: id, itemId: word });
/** `writer` is the epoch of the tab; a page without it, or with an older one, only reads. */
export const WriterQuery = z.object({ writer: whole.optional() });
export type Writer = z.output<typeof WriterQuery>;

export const EpochRequest = z.strictObject({ epoch: whole });
export const ClaimRequest = z.strictObject({ item: word.optional() });
export const TimeRequest = z.strictObject({
  epoch: whole,
  time: z.enum(TIME_CHOICES, 'Choose one of the times.'),
  /** Chosen, and on to the first part. */
  go: z.literal('on').optional(),
});
export const ComfortRequest = z.strictObject({
  epoch: whole,
  theme: z.enum(['system', 'light', 'dark']),
  text: z.enum(['usual', 'large', 'larger']),
  /** Not asked where no clock runs. */
  timer: z.enum(['shown', 'hidden']).default('shown'),
});

/** Where a form leads after the save; script and beacons send none and are answered with facts. */
const GOES = ['next', 'back', 'check', 'stay', 'ask'] as const;
export type Go = (typeof GOES)[number] | Move;
const go = z.union([z.enum(GOES), z.custom<Move>(isMove)]).optional();

const answers = z.string(
  'This came twice or could not be read. It is still here: look at it and save again.',
);
export const SaveRequest = z
  .object({
    epoch: whole,
    seq: whole.pipe(z.number().min(1)),
    go,
    remind: ticked,
    /** "Continue here and save this": makes this tab the writer first. */
    claim: ticked,
  })
  .catchall(answers);
export type SaveBody = z.output<typeof SaveRequest>;
export const PracticeRequest = z.object({ epoch: whole }).catchall(answers);

const Manifest = z.record(word, whole);
export const HandInRequest = z.strictObject({
  epoch: whole,
  /** JSON, filled in by the script; empty without it. */
  manifest: z
    .string()
    .max(4000)
    .optional()
    .transform((text, context) => {
      if (text === undefined || text === '') return null;
      try {
        return Manifest.parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: 'custom', message: 'The list of answers could not be read.' });
        return z.NEVER;
      }
    }),
});

const step = z.string().max(100);
export const RolePreviewParams = z.strictObject({ requisitionId: id, step });
export const ShelfPreviewParams = z.strictObject({ assessmentId: word, step });
/** Whatever a page of the preview posts: it leads on and is kept nowhere. */
export const PreviewRequest = z.object({ go }).catchall(z.unknown());
export type PreviewBody = z.output<typeof PreviewRequest>;
