import { describe, expect, it } from '@jest/globals';
import { composeRaterMail, type RaterMailContent } from '../../../src/core/mail/rater-mail.ts';

const content: RaterMailContent = {
  kind: 'rating-given',
  name: 'Rita Rater',
  organisation: 'Harbour Line Support',
  roleTitle: 'Travel support agent',
  responses: 12,
  dueAt: new Date('2026-03-10T23:59:59Z'),
  link: 'https://jobs.example.org/rating',
  contact: { name: 'The hiring team', email: 'hiring@example.org' },
};
const envelope = { mailId: 'M1', host: 'jobs.example.org', address: 'rita@example.org' };
const compose = (over: Partial<RaterMailContent> = {}) => composeRaterMail({ ...content, ...over }, envelope);

describe('the mail to a rater', () => {
  it('says how much waits in which role, until when, and where', () => {
    const { subject, text, html, to, messageId } = compose();
    expect(subject).toBe('Responses to rate: Travel support agent');
    expect(text).toContain('12 responses of the role “Travel support agent” are yours to rate.');
    expect(text).toContain('by 10 March 2026');
    expect(text).toContain('https://jobs.example.org/rating');
    expect(html).toContain('href="https://jobs.example.org/rating"');
    expect(to).toEqual({ name: 'Rita Rater', address: 'rita@example.org' });
    expect(messageId).toBe('<M1@jobs.example.org>');
  });

  it('says nothing of a day where nobody set one', () => {
    expect(compose({ dueAt: null }).text).not.toContain('handed in by');
  });

  it('reminds in the singular as well', () => {
    const { subject, text } = compose({ kind: 'rating-due', responses: 1 });
    expect(subject).toBe('Please hand in your ratings: Travel support agent');
    expect(text).toContain('1 response of the role “Travel support agent” is not handed in yet.');
  });

  it('asks nobody in particular for what is free to take', () => {
    const { subject, text } = compose({ kind: 'rating-waiting', dueAt: null });
    expect(subject).toBe('Responses wait for a rater: Travel support agent');
    expect(text).toContain('12 responses of the role “Travel support agent” are free to take.');
    expect(text).toContain('other raters are told as well');
    expect(text).not.toContain('hand them back');
  });

  it('keeps line ends of a title out of its headers', () => {
    expect(compose({ roleTitle: 'Agent\r\nBcc: a@example.org' }).subject).toBe(
      'Responses to rate: Agent Bcc: a@example.org',
    );
  });
});
