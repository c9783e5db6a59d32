import type { FormVersionId, IntakeId, KeyVersionId, RubricVersionId } from '../kernel/ids.ts';

/** What a person was measured by. */
export interface MeasuredBy {
  readonly intakeId: IntakeId;
  readonly formVersionId: FormVersionId;
  readonly keyVersionId: KeyVersionId;
  readonly rubricVersionId: RubricVersionId;
}

export type Eligibility =
  | { readonly kind: 'comparable' }
  | {
      readonly kind: 'not-comparable';
      readonly reason: 'other-intake' | 'other-form' | 'other-key' | 'other-rubric-version';
    };

/**
 * Whether people may stand side by side: same form, key, rubric version and intake for all of them. The intake brings
 * the other three, so it is the reason only where none of them differs.
 */
export function compareEligibility(people: readonly MeasuredBy[]): Eligibility {
  const alike = (of: (person: MeasuredBy) => string) => new Set(people.map(of)).size <= 1;
  if (!alike((person) => person.formVersionId)) return { kind: 'not-comparable', reason: 'other-form' };
  if (!alike((person) => person.keyVersionId)) return { kind: 'not-comparable', reason: 'other-key' };
  if (!alike((person) => person.rubricVersionId)) {
    return { kind: 'not-comparable', reason: 'other-rubric-version' };
  }
  if (!alike((person) => person.intakeId)) return { kind: 'not-comparable', reason: 'other-intake' };
  return { kind: 'comparable' };
}
