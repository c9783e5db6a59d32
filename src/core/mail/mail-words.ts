import type { Form } from '../form/form.ts';
import type { TestMail } from './mail.ts';

/** Everything a mail says. Null dates do not apply. */
export interface MailContent {
  readonly kind: TestMail;
  readonly name: string;
  readonly organisation: string;
  readonly roleTitle: string;
  readonly sections: readonly Pick<Form['sections'][number], 'title' | 'usualMinutes'>[];
  readonly timed: boolean;
  readonly beginUntil: Date;
  /** Until when somebody who has begun can go on. */
  readonly finishBy: Date | null;
  readonly link: string;
  readonly contact: { readonly name: string; readonly email: string };
  readonly technicalHelp: string | null;
}

/** A mail as blocks, from which the plain text and the HTML are made alike. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'link'; readonly label: string; readonly href: string };

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const momentOf = (date: Date): string => `${MOMENT.format(date)} (UTC)`;

export function subjectOf({ kind, organisation, roleTitle, finishBy }: MailContent): string {
  const about = `${roleTitle} at ${organisation}`;
  if (kind === 'invitation') return `Your test for ${about}`;
  if (kind === 'extended') return `More time to begin: your test for ${about}`;
  return `${finishBy === null ? 'Please begin' : 'Please finish'}: your test for ${about}`;
}

export function blocksOf(content: MailContent): readonly Block[] {
  const { name, link, finishBy, contact, technicalHelp, organisation } = content;
  const say = (text: string): Block => ({ kind: 'text', text });
  return [
    say(`Hello ${name},`),
    say(openingOf(content)),
    { kind: 'list', items: finishBy === null ? beforeBegin(content) : afterBegin(finishBy) },
    { kind: 'link', label: finishBy === null ? 'Open your test' : 'Go on with your test', href: link },
    say(
      'The link is yours alone. Please do not pass it on. Opening it starts nothing: you press Begin later.',
    ),
    say(`Do you have a question, or do you need a change? Write to ${contact.name}: ${contact.email}`),
    ...(technicalHelp === null ? [] : [say(`If a page does not work: ${technicalHelp}`)]),
    say(organisation),
  ];
}

function openingOf({ kind, organisation, roleTitle, finishBy }: MailContent): string {
  const role = `“${roleTitle}”`;
  if (finishBy !== null)
    return `You have begun your test for the role ${role} at ${organisation}. It is not handed in yet. Everything you saved is there.`;
  if (kind === 'invitation')
    return `${organisation} asks you to take a short test for the role ${role}. It looks at how you judge situations with other people and how you put your answer into words.`;
  if (kind === 'extended')
    return `You now have more time to begin your test for the role ${role} at ${organisation}.`;
  return `You have not begun your test for the role ${role} at ${organisation} yet. If you still want to take it, there is time.`;
}

function beforeBegin({ beginUntil, sections, timed }: MailContent): readonly string[] {
  return [
    `You can begin until ${momentOf(beginUntil)}. After that you have 14 days to finish.`,
    ...sections.map(
      ({ title, usualMinutes }, index) =>
        `Part ${index + 1}, ${title}: most people need ${usualMinutes} minutes.`,
    ),
    timed
      ? 'Each part has a time limit. You can take more time, and you need not say why.'
      : 'There is no time limit.',
    'You need to install nothing. A phone and a computer work equally well.',
    'You can stop between two parts and go on later, also on another device.',
  ];
}

const afterBegin = (finishBy: Date): readonly string[] => [
  `You can go on until ${momentOf(finishBy)}.`,
  'You need to install nothing. You can go on with any phone or computer.',
];
