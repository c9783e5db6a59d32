import fc from 'fast-check';
import type { ChangeScope } from '../../../src/core/rubric/rubric.ts';

export type Edit = { readonly weight: number } | { readonly anchor: string };

/** What can happen to the rubric of a role and to the people who are rated by it. */
export type Step =
  | { readonly kind: 'finish' | 'approve' | 'reject' | 'rate-again' }
  | { readonly kind: 'rate'; readonly empathy: 1 | 3 | 5 }
  | Change;

export interface Change {
  readonly kind: 'change';
  readonly edit: Edit;
  readonly scope: ChangeScope;
  readonly approved: boolean;
}

const FINISH: Step = { kind: 'finish' };
const rate = fc.record({
  kind: fc.constant('rate' as const),
  empathy: fc.constantFrom(1 as const, 3 as const, 5 as const),
});
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ weight: fc.constantFrom(10, 50, 90) }),
  fc.record({ anchor: fc.constantFrom('Says why.', 'Says how.') }),
);
const change = fc.record({
  kind: fc.constant('change' as const),
  edit,
  scope: fc.constantFrom('everybody' as const, 'everybody' as const, 'next-intake' as const),
  approved: fc.constantFrom(true, true, false),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>(FINISH, { kind: 'approve' }, { kind: 'rate-again' }),
  rate,
  change,
);

/** A rejection ends most of what can happen, so it comes once and late. */
export const steps = fc
  .tuple(rate, fc.array(step, { minLength: 2, maxLength: 6 }), fc.array(step, { maxLength: 2 }))
  .map(([first, before, after]): Step[] => [FINISH, first, ...before, { kind: 'reject' }, ...after]);

const everybody = { kind: 'change', scope: 'everybody', approved: true } as const;
/** Always walked: weights and anchors are taken over, one change is stopped by a rejection. */
export const TELLING: Step[] = [
  FINISH,
  { kind: 'rate', empathy: 3 },
  { ...everybody, edit: { weight: 10 } },
  FINISH,
  { kind: 'rate-again' },
  { ...everybody, edit: { anchor: 'Says why.' } },
  { kind: 'rate', empathy: 5 },
  { ...everybody, edit: { anchor: 'Says how.' } },
  { kind: 'reject' },
  { kind: 'rate', empathy: 1 },
  { ...everybody, scope: 'next-intake', edit: { weight: 90 } },
  FINISH,
];
