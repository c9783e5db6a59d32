import { describe, expect, it } from '@jest/globals';
import { createPasswords, PasswordQueueFull } from '../../src/ops/password.ts';

describe('passwords', () => {
  it('match their own hash and no other', async () => {
    const passwords = createPasswords();
    const hash = await passwords.hash('four plain words together');
    expect(hash).toMatch(/^\$argon2id\$/);
    await expect(passwords.matches(hash, 'four plain words together')).resolves.toBe(true);
    await expect(passwords.matches(hash, 'four plain words')).resolves.toBe(false);
  });

  it('never match where there is no account', async () => {
    await expect(createPasswords().matches(null, 'nobody has this password')).resolves.toBe(false);
  });

  it('refuse a flood instead of queueing without end', async () => {
    const passwords = createPasswords();
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, () => passwords.matches(null, 'x')));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(8);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(PasswordQueueFull);
  });
});
