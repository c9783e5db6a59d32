import { describe, expect, it } from '@jest/globals';
import { newApplicant } from '../../../src/core/applicant/new-applicant.ts';
import type { ApplicantId, OrganisationId } from '../../../src/core/kernel/ids.ts';
import { aRequisition, anIntake } from '../../support/builders.ts';

const now = new Date('2026-03-10T12:00:00Z');
const role = aRequisition('harbour' as OrganisationId, { intakes: [anIntake(), anIntake()] });
const person = {
  id: 'somebody' as ApplicantId,
  invitationId: 'an invitation',
  name: 'Ana Ruiz',
  email: 'ana@example.org',
  reference: 'HR-17',
};

describe('a new applicant', () => {
  const { applicant, contact, facts } = newApplicant(role, person, now);

  it('belongs to the intake that is open now and may begin for 28 days', () => {
    expect(applicant.intakeId).toBe(role.intakes[1]?.id);
    expect(applicant.linkExpiresAt).toEqual(new Date('2026-04-07T12:00:00Z'));
  });

  it('keeps name, address and reference out of what lists see and of the event', () => {
    expect(JSON.stringify([applicant, facts])).not.toMatch(/Ana|example\.org|HR-17|an invitation/);
    expect(contact).toEqual({
      invitationId: 'an invitation',
      name: 'Ana Ruiz',
      email: 'ana@example.org',
      reference: 'HR-17',
    });
  });
});
