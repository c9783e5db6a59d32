import { z } from 'zod';

const caseSchema = z.object({
  id: z.string().min(1),
  input: z.unknown(),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.number().positive(),
  tolerances: z.record(z.string(), z.number().positive()).default({}),
});
const fileSchema = z.object({ cases: z.array(caseSchema).min(1) });

export type ReferenceCase = z.output<typeof caseSchema>;

export type ReadCases =
  | { readonly kind: 'read'; readonly cases: readonly ReferenceCase[] }
  | { readonly kind: 'refused'; readonly problem: string };

/** The cases of a file: JSON with `cases`, each with an id, its input, what is expected and a tolerance. */
export function readCases(text: string): ReadCases {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { kind: 'refused', problem: `the file is not JSON: ${String(error)}` };
  }
  const parsed = fileSchema.safeParse(json);
  if (parsed.success) return { kind: 'read', cases: parsed.data.cases };
  const [issue] = parsed.error.issues;
  return { kind: 'refused', problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}` };
}
