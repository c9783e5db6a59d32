import { describe, expect, it } from '@jest/globals';
import { composeResultsMail } from '../../../src/core/mail/results-mail.ts';

const about = {
  name: 'Ana\r\nBcc: all@example.org',
  organisation: 'Harbour Line',
  roleTitle: 'Front desk',
  link: 'https://attune.example/i/abc',
  contact: { name: 'The team', email: 'team@example.org' },
};
const envelope = { mailId: 'm1', host: 'attune.example', address: 'ana@example.org' };

describe('the mail that results are there', () => {
  it('leads to them, with the same words in both bodies and the same id however often it is tried', () => {
    const mail = composeResultsMail(about, envelope);
    expect(mail.subject).toBe('Your results are there: Front desk at Harbour Line');
    expect(mail.messageId).toBe('<m1@attune.example>');
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('https://attune.example/i/abc');
      expect(body).toContain('no rank, no pass and no fail');
    }
    expect(composeResultsMail(about, envelope)).toEqual(mail);
  });

  it('lets no name begin a header or a line of its own', () => {
    const { to, text } = composeResultsMail(about, envelope);
    expect(to.name).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc:/m);
  });
});
