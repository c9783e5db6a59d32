import { expect, it } from '@jest/globals';
import { linkExpiry } from '../../../src/core/applicant/link-expiry.ts';

it('lets somebody begin for 28 days', () => {
  expect(linkExpiry(new Date('2026-02-10T08:30:00Z'))).toEqual(new Date('2026-03-10T08:30:00Z'));
});
