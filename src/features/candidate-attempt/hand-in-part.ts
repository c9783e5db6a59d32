import type { Attempt } from '../../core/attempt/attempt.ts';
import { closePart, type ClosePart, type Manifest } from '../../core/attempt/close-part.ts';
import type { Form, Section } from '../../core/form/form.ts';
import type { Deps } from '../../deps.ts';
import { writeClosing } from './write-closing.ts';
import { untilSettled } from './until-settled.ts';

interface HandInInput {
  readonly attempt: Attempt;
  readonly form: Form;
  readonly section: Section;
  readonly epoch: number;
  readonly manifest: Manifest | null;
  readonly recvAt: Date;
}

export type HandIn = Exclude<ClosePart, { kind: 'close' }> | { readonly kind: 'handed-in' };

/** Closes a part with what is stored; with the last one the attempt is finished and has its receipt. */
export async function handInPart(deps: Deps, input: HandInInput): Promise<HandIn> {
  const { form, section, epoch, manifest, recvAt } = input;
  return untilSettled<HandIn>(deps, input.attempt, async (attempt) => {
    const decision = closePart({ attempt, form, section, epoch, manifest, recvAtMs: recvAt.getTime() });
    if (decision.kind !== 'close') return decision;
    const closed = await writeClosing(deps, {
      attempt,
      form,
      sectionId: section.id,
      closing: decision,
      at: recvAt,
    });
    return closed ? { kind: 'handed-in' } : null;
  });
}
