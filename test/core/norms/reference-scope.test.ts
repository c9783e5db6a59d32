import { describe, expect, it } from '@jest/globals';
import { referenceScope } from '../../../src/core/norms/reference-scope.ts';

type Input = Parameters<typeof referenceScope>;
const role = {
  organisationId: 'home',
  id: 'r1',
  simulated: false,
  ratingPolicy: { ratersPerResponse: 2, dispute: 'parity' },
} as unknown as Input[0];
const intake = { formVersionId: 'f1', keyVersionId: 'k1' } as Input[1];
const rubric = { anchorHash: 'a1', criteria: [{ id: 'empathy', weight: 100 }] } as unknown as Input[2];
const idOf = (change: { role?: object; intake?: object; rubric?: object }) =>
  referenceScope(
    { ...role, ...change.role },
    { ...intake, ...change.intake },
    { ...rubric, ...change.rubric },
    (text) => text,
  ).id;

describe('whose scores mean the same', () => {
  it('is everybody of the organisation under equal versions, in whichever real role', () => {
    expect(idOf({ role: { id: 'r2' } })).toBe(idOf({}));
  });

  it.each([
    { name: 'another organisation', change: { role: { organisationId: 'other' } } },
    { name: 'another form', change: { intake: { formVersionId: 'f2' } } },
    { name: 'another key', change: { intake: { keyVersionId: 'k2' } } },
    { name: 'other anchors', change: { rubric: { anchorHash: 'a2' } } },
    { name: 'other weights', change: { rubric: { criteria: [{ id: 'empathy', weight: 90 }] } } },
    { name: 'a simulated role', change: { role: { simulated: true } } },
  ])('is not those of $name', ({ change }) => {
    expect(idOf(change)).not.toBe(idOf({}));
  });

  it('keeps every simulated role to itself', () => {
    expect(idOf({ role: { simulated: true, id: 'r2' } })).not.toBe(idOf({ role: { simulated: true } }));
  });
});
