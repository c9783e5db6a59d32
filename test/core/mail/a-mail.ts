import type { MailContent } from '../../../src/core/mail/mail-words.ts';

export function aMailContent(over: Partial<MailContent> = {}): MailContent {
  return {
    kind: 'invitation',
    name: 'Ana Ruiz',
    organisation: 'Harbour Line Support',
    roleTitle: 'Travel support agent',
    sections: [
      { title: 'Judgment', usualMinutes: '15–25' },
      { title: 'Writing', usualMinutes: '25–35' },
    ],
    timed: true,
    beginUntil: new Date('2026-04-07T12:00:00Z'),
    finishBy: null,
    link: 'https://jobs.example.org/i/token.0.signature',
    contact: { name: 'The hiring team', email: 'hiring@example.org' },
    technicalHelp: null,
    ...over,
  };
}
