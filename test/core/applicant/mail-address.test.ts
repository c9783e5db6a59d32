import { expect, it } from '@jest/globals';
import { isWholeAddress } from '../../../src/core/applicant/mail-address.ts';

it.each(['ana@example.org', 'a.b+c@x-y.example.org', 'ł@żak.example'])('takes %s for whole', (address) => {
  expect(isWholeAddress(address)).toBe(true);
});

it.each([
  '',
  'ana',
  'ana@example',
  'ana@example.o',
  'a b@x.org',
  'a@b@x.org',
  'a@x.org,',
  `${'a'.repeat(250)}@x.org`,
])('takes %j for no address', (text) => {
  expect(isWholeAddress(text)).toBe(false);
});
