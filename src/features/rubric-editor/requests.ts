import { z } from 'zod';

const roleId = z.string().regex(/^[\w-]{22}$/);
export const RoleParams = z.strictObject({ requisitionId: roleId });
export const VersionParams = z.strictObject({
  requisitionId: roleId,
  number: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
});

/** The revision of the rubric that the form was made from: whoever saves second sees both. */
const rev = z.coerce.number('Open this page again.').int('Open this page again.');
export const RevisionRequest = z.strictObject({ rev });

export const BeginRequest = z
  .strictObject({
    rev,
    source: z.enum(['published', 'adopted', 'role', 'empty'], 'Choose what to start from.'),
    role: z.union([z.literal(''), roleId], 'Choose a role of the list.').optional(),
  })
  .refine(({ source, role }) => source !== 'role' || (role ?? '') !== '', {
    path: ['role'],
    message: 'Choose the role whose rubric to start from.',
  });
export type Begin = z.output<typeof BeginRequest>;

/** The editor's fields are named after criteria, so only their kind is known here; `read-draft-form` reads them. */
export const DraftRequest = z.object({ rev }).catchall(z.union([z.string(), z.array(z.string())]));
export type DraftForm = z.output<typeof DraftRequest>;

const reason = z
  .string('Write down the reason.')
  .trim()
  .min(20, 'Write down the reason in at least 20 characters. It is shown with the version for ever.')
  .max(1000, 'Shorten the reason to 1,000 characters.');

export const ProposeRequest = z.strictObject({
  rev,
  reason,
  scope: z.enum(['next-intake', 'everybody'], 'Choose for whom the new version counts.'),
});
export type Propose = z.output<typeof ProposeRequest>;

export const RefuseRequest = z.strictObject({ rev, reason });
export type Refuse = z.output<typeof RefuseRequest>;

/** A settled response; the address of one that nobody may read leads nowhere. */
export const SampleParams = z.strictObject({ requisitionId: roleId, taskId: roleId });
/** Levels are named after criteria; `anchors` says under which draft they were given. */
export const SampleRequest = z
  .object({ anchors: z.string('Open this page again.').max(100, 'Open this page again.') })
  .catchall(z.string('Choose one level for each criterion.'));
