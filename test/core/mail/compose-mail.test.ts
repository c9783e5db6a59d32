import { describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import fc from 'fast-check';
import { composeMail } from '../../../src/core/mail/compose-mail.ts';
import { aMailContent } from './a-mail.ts';

const envelope = { mailId: 'AbC-_1', host: 'jobs.example.org', address: 'ana@example.org' };
const compose = (over: Parameters<typeof aMailContent>[0] = {}) => composeMail(aMailContent(over), envelope);

describe('a mail', () => {
  it('says who asks, for which role, until when, how long it takes and whom to ask', () => {
    const { text, subject } = compose({ technicalHelp: 'call 0123 456' });
    expect(subject).toBe('Your test for Travel support agent at Harbour Line Support');
    for (const said of [
      'Hello Ana Ruiz,',
      'Harbour Line Support asks you',
      '“Travel support agent”',
      '7 April 2026 at 12:00 (UTC)',
      'Part 1, Judgment: most people need 15–25 minutes.',
      'install nothing',
      'The hiring team: hiring@example.org',
      'If a page does not work: call 0123 456',
      'https://jobs.example.org/i/token.0.signature',
    ])
      expect(text).toContain(said);
  });

  it('comes from the organisation and keeps its Message-ID however often it is composed', () => {
    expect(compose()).toMatchObject({
      messageId: '<AbC-_1@jobs.example.org>',
      from: { name: 'Harbour Line Support', address: 'hiring@example.org' },
      to: { name: 'Ana Ruiz', address: 'ana@example.org' },
    });
    expect(compose()).toEqual(compose());
  });

  it.each([
    ['reminder', null, 'Please begin: your test for', 'You have not begun'],
    [
      'reminder',
      new Date('2026-04-20T10:00:00Z'),
      'Please finish: your test for',
      'go on until 20 April 2026',
    ],
    ['extended', null, 'More time to begin: your test for', 'more time to begin'],
    ['invitation', new Date('2026-04-20T10:00:00Z'), 'Your test for', 'You have begun'],
  ] as const)('for %s (finish by %s) begins “%s”', (kind, finishBy, subject, said) => {
    const mail = compose({ kind, finishBy });
    expect(mail.subject.startsWith(subject)).toBe(true);
    expect(mail.text).toContain(said);
  });

  it('says the same in HTML, follows nobody and loads nothing', () => {
    const { html, text } = compose();
    const $ = load(html);
    expect($('img, script, link, iframe')).toHaveLength(0);
    expect($('a').attr('href')).toBe('https://jobs.example.org/i/token.0.signature');
    const words = (said: string) => said.replace(/^- /gm, '').replace(/\s+/g, '');
    expect(words($('body').text())).toBe(words(text));
  });

  it('shows markup that somebody typed as text', () => {
    const { html } = compose({ name: '<img src=x onerror=alert(1)> & "Ana"' });
    expect(load(html)('img')).toHaveLength(0);
    expect(load(html)('p').first().text()).toBe('Hello <img src=x onerror=alert(1)> & "Ana",');
  });

  it('never lets a text break out of its header, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'Ana\r\nBcc: all@example.org',
        'Ana\nX: y',
        'a\u2028b',
        '\u202Etxt',
        'a\0b',
        '"Ana" <b@c.de>',
      ),
    );
    fc.assert(
      fc.property(typed, typed, typed, (name, organisation, roleTitle) => {
        const { subject, to, from } = compose({ name, organisation, roleTitle });
        for (const header of [subject, to.name, to.address, from.name, from.address])
          expect(header).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});
