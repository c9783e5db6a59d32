import { expect, it } from '@jest/globals';
import { reminderDueMs } from '../../../src/core/attempt/reminder-due.ts';
import { anAttempt } from './an-attempt.ts';

it('reminds three days before the end of an attempt', () => {
  const attempt = anAttempt();
  expect(attempt.endsBy.getTime() - reminderDueMs(attempt)).toBe(3 * 24 * 3_600_000);
});
