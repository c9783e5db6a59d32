import { z } from 'zod';

/** What a statistic gave for a case, under the output names of the catalogue. */
export type Output = Readonly<Record<string, unknown>>;

export interface Statistic {
  readonly inputNames: readonly string[];
  readonly run: (input: unknown) => Output;
}

/** Binds the input names of the catalogue to a function of the core; input of another shape throws a ZodError. */
export function statistic<Shape extends z.ZodRawShape>(
  shape: Shape,
  run: (input: z.output<z.ZodObject<Shape>>) => Output,
): Statistic {
  const schema = z.object(shape);
  return { inputNames: Object.keys(shape), run: (input) => run(schema.parse(input)) };
}

/** No value and why, in the spelling of the cases. */
export const without = (reason: string): Output => ({ value: null, reason: reason.replaceAll('-', '_') });
