import { expect, it } from '@jest/globals';
import { dropReason } from '../../../src/core/mail/drop-reason.ts';

const now = new Date('2026-03-10T12:00:00Z');
const later = new Date('2026-03-11T12:00:00Z');
const wanted = {
  kind: 'invitation',
  applicant: { state: 'active', stage: 'open', linkExpiresAt: later },
  requisition: { state: 'open', simulated: false },
  attempt: null,
  now,
} as const;
const { applicant, requisition } = wanted;
const begun = { attempt: { state: 'open' } } as const;

it.each([
  ['sent', {}, null],
  ['sent to somebody who has begun', begun, null],
  [
    'sent about the decision, whatever became of test, link and role',
    {
      kind: 'decision',
      applicant: { state: 'active', stage: 'rejected', linkExpiresAt: now },
      requisition: { state: 'archived', simulated: false },
      attempt: { state: 'submitted' },
    },
    null,
  ],
  [
    'sent about results, whatever became of the test',
    { kind: 'own-results', attempt: { state: 'submitted' } },
    null,
  ],
  ['dropped where the decision was taken back', { kind: 'decision' }, 'replaced'],
  [
    'dropped after an erasure, also about the decision',
    { kind: 'decision', applicant: { ...applicant, state: 'erasing', stage: 'offer' } },
    'gone',
  ],
  [
    'sent to somebody who has begun when the role closed',
    { ...begun, requisition: { state: 'closed', simulated: false } },
    null,
  ],
  [
    'sent to somebody who has begun and whose link ended',
    { ...begun, applicant: { ...applicant, linkExpiresAt: now } },
    null,
  ],
  ['dropped after an erasure', { applicant: { ...applicant, state: 'erasing' } }, 'gone'],
  ['dropped after a withdrawal', { applicant: { ...applicant, stage: 'withdrawn' } }, 'gone'],
  ['dropped in a simulation', { requisition: { ...requisition, simulated: true } }, 'gone'],
  ['dropped when the role closed', { requisition: { ...requisition, state: 'closed' } }, 'closed'],
  ['dropped in an archived role', { ...begun, requisition: { ...requisition, state: 'archived' } }, 'closed'],
  ['dropped once the link ended', { applicant: { ...applicant, linkExpiresAt: now } }, 'link-ended'],
  ['dropped after the hand-in', { kind: 'reminder', attempt: { state: 'submitted' } }, 'finished'],
  ['dropped after the time ran out', { kind: 'reminder', attempt: { state: 'expired' } }, 'finished'],
  [
    'dropped where more time to begin is told to somebody who has begun',
    { kind: 'extended', ...begun },
    'begun',
  ],
] as const)('a mail is %s', (_title, over, reason) => {
  expect(dropReason({ ...wanted, ...over })).toBe(reason);
});
