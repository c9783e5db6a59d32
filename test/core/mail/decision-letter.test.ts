import { describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import {
  composeLetter,
  paragraphsOf,
  previewLetter,
  type DecisionLetter,
} from '../../../src/core/mail/decision-letter.ts';
import { mailBodies } from '../../../src/core/mail/mail-bodies.ts';

const letter = (over: Partial<DecisionLetter> = {}): DecisionLetter => ({
  name: 'Ana Ruiz',
  organisation: 'Harbour Line',
  roleTitle: 'Desk agent',
  message: 'We have chosen somebody else.\n\nThank you\nfor your time.',
  link: 'https://jobs.example.org/i/x',
  contact: { name: 'The team', email: 'team@example.org' },
  ...over,
});
const envelope = { mailId: 'm1', host: 'jobs.example.org', address: 'ana@example.org' };

describe('a letter about a decision', () => {
  it('says what was typed, from whom, about which role, where to read it again and whom to ask', () => {
    const { text, subject } = previewLetter(letter());
    expect(subject).toBe('About your application: Desk agent at Harbour Line');
    for (const said of [
      'Hello Ana Ruiz,',
      '“Desk agent”',
      'We have chosen somebody else.\n\nThank you\nfor your time.',
      'https://jobs.example.org/i/x',
      'The team: team@example.org',
    ])
      expect(text).toContain(said);
  });

  it('is the preview, word for word, with the address of its reader', () => {
    const mail = composeLetter(letter(), envelope);
    expect(mail).toMatchObject(previewLetter(letter()));
    expect(mail).toMatchObject({
      messageId: '<m1@jobs.example.org>',
      from: { name: 'Harbour Line', address: 'team@example.org' },
      to: { name: 'Ana Ruiz', address: 'ana@example.org' },
    });
  });

  it('names no address of a page where it does not go out by mail', () => {
    expect(previewLetter(letter({ link: null })).text).not.toContain('http');
  });

  it('lets hostile words be words', () => {
    const evil = '<script>x</script>\r\n\u202Etxt\u0007';
    const { text, html, subject } = composeLetter(
      letter({ name: evil, roleTitle: evil, message: `${evil}\n\n\n \n${evil}` }),
      envelope,
    );
    expect(load(html)('script')).toHaveLength(0);
    expect(subject).not.toMatch(/[\r\n\u202E]/);
    expect(text).not.toMatch(/[\r\u0007\u202E]/);
  });

  it.each([
    ['one\n\ntwo', ['one', 'two']],
    ['one\n \n\n two\nthree', ['one', 'two\nthree']],
    ['\n\n', []],
  ])('keeps paragraphs and lines of %j', (message, paragraphs) => {
    expect(paragraphsOf(message)).toEqual(paragraphs);
  });
});

describe('the two bodies of a mail', () => {
  it('say the same, line for line', () => {
    const { text, html } = mailBodies([
      { kind: 'text', text: 'a < b\nc' },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'link', label: 'Here', href: 'https://x.example/?a=1&b=2' },
    ]);
    expect(text).toBe('a < b\nc\n\n- one\n- two\n\nHere:\nhttps://x.example/?a=1&b=2\n');
    const page = load(html);
    expect(page('p').first().html()).toBe('a &lt; b<br>c');
    expect(page('a').attr('href')).toBe('https://x.example/?a=1&b=2');
    expect(page('li')).toHaveLength(2);
  });
});
