import { z } from 'zod';
import { WANTS } from '../../core/adjustment/adjustment-request.ts';

const id = z.string('Open this page again.').regex(/^[\w-]{22}$/, 'Open this page again.');
const whole = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number);

/** Browsers send a line end as two characters; it counts as one. */
const words = (longest: number) =>
  z
    .string('Write text.')
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(longest, `Shorten this to ${longest} characters.`)
        .regex(/^\P{Cs}*$/u, 'Type this again: it holds a character that cannot be shown.'),
    );

const want = z.enum(WANTS, 'Choose from the list.');
/** One box ticked comes as a text, several as a list, none not at all. */
const wants = z.union([want.transform((one) => [one]), z.array(want).max(20)], 'Choose from the list.');

export const TokenParams = z.strictObject({ token: z.string().max(120) });
export const AttemptParams = z.strictObject({ attemptId: id });
export const WriterQuery = z.object({ writer: whole.optional() });
export type Writer = z.output<typeof WriterQuery>;

/** The id of the request comes with the form, so that a second click asks for nothing new. */
export const AskRequest = z.strictObject({
  request: id,
  want: wants.default([]),
  text: words(500),
  writer: z.union([z.literal('').transform(() => undefined), whole]).optional(),
});
export type Ask = z.output<typeof AskRequest>;

/** A label, or a whole invitation link, which holds the id of the applicant. */
const wanted = z
  .string()
  .trim()
  .max(400)
  .transform((typed) => /\/i\/([\w-]{22})\./.exec(typed)?.[1] ?? typed);
export const QueueQuery = z.object({ find: wanted.optional() });
export type Find = z.output<typeof QueueQuery>;
export const ApplicantParams = z.strictObject({ applicantId: id });
export const KeptQuery = z.object({ page: whole.pipe(z.number().min(1).max(100)).optional() });
export const RequestParams = z.strictObject({ requestId: id });
export const OpenRequest = z.strictObject({ request: id });

const word = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
export const TimeRequest = z.strictObject({
  grant: id,
  section: word,
  /** A share of the part in per cent, or `minutes`. */
  give: z.enum(['25', '50', '100', 'minutes'], 'Choose how much time.'),
  minutes: z.string().trim().default(''),
});
export type GiveTime = z.output<typeof TimeRequest>;

export const NoLimitRequest = z.strictObject({ grant: id });

export const AnswerRequest = z.strictObject({
  template: z.string().max(40).default('own'),
  text: words(1000),
  as: z.enum(['answered', 'declined'], 'Choose whether you answer or decline.'),
});
export type Answer = z.output<typeof AnswerRequest>;
