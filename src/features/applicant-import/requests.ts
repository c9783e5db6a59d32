import { z } from 'zod';

const requisitionId = z.string().regex(/^[\w-]{22}$/);

export const ImportsParams = z.strictObject({ requisitionId });
export const ImportParams = z.strictObject({ requisitionId, importId: z.string().regex(/^[\w-]{22}$/) });

/** The pasted table; a file comes beside the form's texts. */
export const ImportRequest = z.strictObject({ table: z.string().default('') });
