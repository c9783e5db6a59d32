import { describe, expect, it } from '@jest/globals';
import type { OrganisationId, RubricVersionId } from '../../../src/core/kernel/ids.ts';
import type { Publication } from '../../../src/core/rubric/rubric-draft.ts';
import { whyNotAdopted } from '../../../src/core/rubric/why-not-adopted.ts';
import { anIntake, aRequisition } from '../../support/builders.ts';

const v1 = 'v1' as RubricVersionId;
const rejectedAt = new Date('2026-03-01T00:00:00Z');
const intake = anIntake({ rubricVersionId: v1 });
const role = (over: Partial<typeof intake> = {}) =>
  aRequisition('organisation' as OrganisationId, { intakes: [{ ...intake, ...over }] });
const change = (scope: Publication['scope']) =>
  ({ scope, intakeId: intake.id, basedOn: v1, versionId: 'v2' }) as Publication;

describe('a change for everybody', () => {
  it('can take effect while its intake goes by the version it is based on', () => {
    expect(whyNotAdopted(role(), change('everybody'))).toBeNull();
  });

  it('cannot once somebody was rejected, or the intake goes by another version', () => {
    expect(whyNotAdopted(role({ rejectedAt }), change('everybody'))).toBe('locked');
    const other = role({ rubricVersionId: 'v9' as RubricVersionId });
    expect(whyNotAdopted(other, change('everybody'))).toBe('overtaken');
  });
});

it('a change for people to come is stopped by no rejection', () => {
  expect(whyNotAdopted(role({ rejectedAt }), change('next-intake'))).toBeNull();
});
